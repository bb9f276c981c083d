namespace Chatroom.Actors;

/// <summary>One process of a bot in a simulation: what it heard, and how it ended.</summary>
/// <param name="name">The bot's name.</param>
internal sealed class BotLife(string name)
{
    /// <summary>The bot's name.</summary>
    public string Name => name;

    /// <summary>The events, in the order in which it heard of them.</summary>
    public List<RoomEvent> Heard { get; } = [];

    /// <summary>What it answers, and when that is due, by round; nothing for a round in which it is silent.</summary>
    public Dictionary<int, (TimeSpan Due, string Text)> Answers { get; } = [];

    /// <summary>When a mind that was brought in was asked and gave no answer, by round.</summary>
    public Dictionary<int, TimeSpan> Unanswered { get; } = [];

    /// <summary>The mind that was brought in for it; null for none.</summary>
    public AskedMinds? Minds { get; set; }

    /// <summary>What its mind could not answer, and why, a line each.</summary>
    public IReadOnlyList<string> MindFailures => Minds?.Failures ?? [];

    /// <summary>Where its mind answered the same otherwise than before, a line each.</summary>
    public IReadOnlyList<string> MindDifferences => Minds?.Differences ?? [];

    /// <summary>What its mind did wrong and was not heeded.</summary>
    public MindComplaint MindComplaint => Minds?.Complaint ?? default;

    /// <summary>How many actor systems it has lived in, one after the other.</summary>
    public int Systems { get; set; }

    /// <summary>How often it came back to its room.</summary>
    public int Returned { get; set; }

    /// <summary>How often another node took one of its actor systems for dead, and said so.</summary>
    public int Quarantined { get; set; }

    /// <summary>How the bot ended; null while it lives, or if its process was killed.</summary>
    public BotNews? Ending { get; set; }

    /// <summary>When the bot ended, or its process was killed.</summary>
    public TimeSpan EndedAt { get; set; }

    /// <summary>Whether its process was killed.</summary>
    public bool IsKilled { get; set; }
}
