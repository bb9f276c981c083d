namespace Chatroom.Actors;

/// <summary>Bots of a node that look for their rooms from the same actor system, and stay in it while they are in them.</summary>
/// <param name="system">The number of the system.</param>
/// <param name="bots">The bots.</param>
/// <param name="isForLost">Whether they look for rooms that they have lost.</param>
/// <param name="patience">How long they look.</param>
/// <param name="startsAt">When the system starts.</param>
internal sealed class RejoinSearch(int system, IEnumerable<int> bots, bool isForLost, TimeSpan patience, TimeSpan startsAt)
{
    public int System => system;

    public bool IsForLost => isForLost;

    public TimeSpan Patience => patience;

    public TimeSpan StartsAt => startsAt;

    public RejoinStage Stage { get; set; } = RejoinStage.Waiting;

    // Lists, since sets of numbers would have to be compiled at run time, and nodes live for a second.

    /// <summary>The bots whose endings have not been dealt with, in order.</summary>
    public List<int> Bots { get; } = Sorted(bots);

    /// <summary>Those of them that a room has let in.</summary>
    public List<int> In { get; } = [];

    /// <summary>Those of them that have ended.</summary>
    public Dictionary<int, BotNews> Ended { get; } = [];

    /// <summary>Those of them that were told to end.</summary>
    public List<int> Abandoned { get; } = [];

    /// <summary>Those of them that have not ended and were not told to.</summary>
    public IEnumerable<int> Remaining => Bots.Where(bot => !Ended.ContainsKey(bot) && !Abandoned.Contains(bot));

    public bool HaveAllEnded => Ended.Count == Bots.Count;

    /// <summary>The time until which bots that lose their rooms go on together; null while none has lost its room.</summary>
    public TimeSpan? GathersUntil { get; set; }

    /// <summary>The time until which the answer about rooms is awaited.</summary>
    public TimeSpan AsksUntil { get; set; }

    /// <summary>The time until which an answer over its connection is awaited for now; null while it has no connection.</summary>
    public TimeSpan? ListensUntil { get; set; }

    /// <summary>How many seconds have gone by without an answer since it was first connected.</summary>
    public int SilentSeconds { get; set; }

    /// <summary>Whether anybody has answered one of its bots.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>Whether it was given up because nobody answers over its connection.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>Why the system has ended by itself; null while it has not.</summary>
    public string? WhyEnded { get; set; }

    /// <summary>Why the system could not connect; null when it could.</summary>
    public string? ConnectionProblem { get; set; }

    /// <summary>Notes that a room has let a bot in, once or again.</summary>
    public void LetIn(int bot)
    {
        if (!In.Contains(bot))
        {
            In.Add(bot);
        }
    }

    /// <summary>Forgets the bots that have ended, so that the others go on.</summary>
    public void RemoveEnded()
    {
        Bots.RemoveAll(Ended.ContainsKey);
        In.RemoveAll(Ended.ContainsKey);
        Ended.Clear();
        Abandoned.Clear();
        GathersUntil = null;
    }

    private static List<int> Sorted(IEnumerable<int> bots)
    {
        List<int> sorted = [.. bots];
        sorted.Sort();
        return sorted;
    }
}
