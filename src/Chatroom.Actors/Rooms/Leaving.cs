namespace Chatroom.Actors;

/// <summary>How a bot went.</summary>
public enum Leaving
{
    /// <summary>It said Bye.</summary>
    [Word("bye")]
    Bye,

    /// <summary>It died without a word.</summary>
    [Word("crashed")]
    Crashed,

    /// <summary>The room stopped it.</summary>
    [Word("stopped")]
    Stopped,
}
