namespace Chatroom.Actors;

/// <summary>The conversations of a room, one after the other: says whether there is one more, and whether all went as expected.</summary>
/// <param name="Count">How many there are; null if there is no last one.</param>
/// <param name="Expected">The reason that each must close with; null if each may close by its rules.</param>
internal sealed record ConversationSeries(int? Count, CloseReason? Expected)
{
    /// <summary>What comes next.</summary>
    public abstract record Step;

    /// <summary>The next conversation begins.</summary>
    public sealed record Begin : Step;

    /// <summary>There are no more conversations.</summary>
    /// <param name="IsAsExpected">True if all of them went as expected.</param>
    public sealed record End(bool IsAsExpected) : Step;

    /// <summary>True if all conversations that have ended went as expected.</summary>
    public bool IsAsExpected { get; private init; } = true;

    /// <summary>Says what comes next.</summary>
    /// <param name="number">The number of the next conversation, from 1.</param>
    /// <param name="isStopped">True if nothing more shall begin.</param>
    public Step Next(int number, bool isStopped) => isStopped || number > Count ? new End(IsAsExpected) : new Begin();

    /// <summary>The series after one more conversation has ended.</summary>
    /// <param name="reason">The reason that it closed with.</param>
    /// <param name="isTranscriptWhole">False if the transcript that was wanted could not be written to its end.</param>
    public ConversationSeries After(CloseReason reason, bool isTranscriptWhole) =>
        this with { IsAsExpected = IsAsExpected && isTranscriptWhole && reason == Wanted(reason) };

    /// <summary>The reason that a conversation should have closed with; it is the given one if that is as good.</summary>
    public CloseReason Wanted(CloseReason reason) => Room.WantedReason(Expected, reason);
}
