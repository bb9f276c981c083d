namespace Chatroom.Actors;

/// <summary>What a bot does only when told.</summary>
[Flags]
internal enum ScriptedActions
{
    /// <summary>It lives by itself.</summary>
    None = 0,

    /// <summary>It answers when told.</summary>
    Answers = 1,

    /// <summary>It leaves when told.</summary>
    Leaves = 2,

    /// <summary>It loses its connection when told.</summary>
    Connection = 4,
}
