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

    /// <summary>The bots whose endings have not been dealt with.</summary>
    public SortedSet<int> Bots { get; } = [.. bots];

    /// <summary>Those of them that a room has let in.</summary>
    public HashSet<int> In { get; } = [];

    /// <summary>Those of them that have ended, in the order of the bots.</summary>
    public SortedDictionary<int, BotNews> Ended { get; } = [];

    /// <summary>Those of them that were told to end.</summary>
    public HashSet<int> Abandoned { get; } = [];

    /// <summary>Those of them that have not ended and were not told to.</summary>
    public IEnumerable<int> Remaining => Bots.Where(bot => !Ended.ContainsKey(bot) && !Abandoned.Contains(bot));

    public bool HaveAllEnded => Ended.Count == Bots.Count;

    /// <summary>The time until which bots that lose their rooms go on together; null while none has lost its room.</summary>
    public TimeSpan? GathersUntil { get; set; }

    /// <summary>The time until which the answer about rooms is awaited.</summary>
    public TimeSpan AsksUntil { get; set; }

    /// <summary>Why the system has ended by itself; null while it has not.</summary>
    public string? WhyEnded { get; set; }

    /// <summary>Why the system could not connect; null when it could.</summary>
    public string? ConnectionProblem { get; set; }

    /// <summary>Forgets the bots that have ended, so that the others go on.</summary>
    public void RemoveEnded()
    {
        Bots.ExceptWith(Ended.Keys);
        In.IntersectWith(Bots);
        Ended.Clear();
        Abandoned.Clear();
        GathersUntil = null;
    }
}
