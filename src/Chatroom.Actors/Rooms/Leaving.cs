namespace Chatroom.Actors;

/// <summary>How a bot went.</summary>
public enum Leaving
{
    /// <summary>It said Bye.</summary>
    Bye,

    /// <summary>It died without a word.</summary>
    Crashed,

    /// <summary>The room stopped it.</summary>
    Stopped,
}
