namespace Chatroom.Actors;

/// <summary>A mind that runs beside the conversation, such as a program, and whose end is judged. It is ended or disposed of after it.</summary>
internal interface IRunningMind : IMind, IAsyncDisposable
{
    /// <summary>What it did wrong and was not heeded.</summary>
    MindComplaint Complaint { get; }

    /// <summary>Lets it end after the conversation. It need not be disposed of then.</summary>
    /// <returns>How it failed to, in words that follow "its mind"; null if it ended well.</returns>
    Task<string?> EndAsync();
}

/// <summary>What minds did wrong and was not heeded.</summary>
/// <param name="Count">How often.</param>
/// <param name="First">The first, in words; null if there is none.</param>
internal readonly record struct MindComplaint(long Count, string? First)
{
    /// <summary>These and others.</summary>
    public static MindComplaint operator +(MindComplaint these, MindComplaint others) => new(these.Count + others.Count, these.First ?? others.First);
}
