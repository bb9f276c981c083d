using System.Collections.Immutable;

namespace Chatroom.Actors;

/// <summary>All that a room knows, folded from its events; only the settings and the roster come from outside.</summary>
internal sealed record RoomState(RoomSettings Settings, ValueList<string> Roster)
{
    /// <summary>Compares names by nothing but their characters, as all rooms once did; for transcripts of that time.</summary>
    public bool NamesAsTyped { get; init; }

    public int N { get; init; }

    public RoomPhase Phase { get; init; } = RoomPhase.Unopened;

    /// <summary>The round that is open, or else the last one; 0 before the first.</summary>
    public int Round { get; init; }

    /// <summary>True from a suggestion until its round closes.</summary>
    public bool RoundOpen { get; init; }

    /// <summary>The rule that is about to end the conversation with the open round; null for none.</summary>
    public CloseReason? Stop { get; init; }

    /// <summary>Why the room will close, once the last round is over; null before.</summary>
    public CloseReason? Ending { get; init; }

    public ImmutableDictionary<string, Participant> Participants { get; init; } = ImmutableDictionary<string, Participant>.Empty;

    /// <summary>Those that joined, gone or not, in the roster's order.</summary>
    public IEnumerable<Participant> InRosterOrder =>
        from name in Roster
        where Participants.ContainsKey(name)
        select Participants[name];

    public IEnumerable<Participant> Present => InRosterOrder.Where(participant => participant.IsHere);

    /// <summary>The names that are still awaited, in the roster's order.</summary>
    public IEnumerable<string> Missing => Roster.Where(name => !Participants.ContainsKey(name));

    /// <summary>True if the Host must make the next suggestion.</summary>
    public bool AwaitsSuggestion => Phase == RoomPhase.Talking && !RoundOpen;

    /// <summary>True if the open round needs nothing more: all are done with it, enough have answered, or a rule ends the conversation.</summary>
    public bool RoundIsDone => RoundOpen && (Stop is not null || (Settings.Quorum is not null && IsQuorum(Answers)) || Roster.All(IsDoneWithRound));

    /// <summary>How many have answered the open round, or else the last one.</summary>
    public int Answers => Participants.Values.Count(participant => participant.HasAnswered(Round));

    public bool IsQuorum(int answers) => answers >= Settings.Quorum;

    public Participant? Find(string name) => Participants.GetValueOrDefault(name);

    public bool IsHere(string name) => Find(name) is { IsHere: true };

    /// <summary>With order = roster: true if all bots before it on the roster have joined, answered or gone, depending on the phase.</summary>
    public bool HasTurn(string name) => Roster.TakeWhile(earlier => earlier != name).All(IsDone);

    /// <summary>True if later bots on the roster need not wait for this one any more.</summary>
    public bool IsDone(string name) => Phase switch
    {
        RoomPhase.Gathering => IsHere(name),
        RoomPhase.Talking => IsDoneWithRound(name),
        _ => !IsHere(name),
    };

    /// <summary>True if nothing from this participant is awaited in the open round.</summary>
    public bool IsDoneWithRound(string name) => Find(name) is not { IsHere: true } participant || participant.HasAnswered(Round);
}

/// <summary>A bot that joined. <c>Since</c> is the number of the event that let it in, or in again; <c>Gone</c> says how it went, null while it is here.</summary>
internal sealed record Participant(string Name, int Since)
{
    public Leaving? Gone { get; init; }

    /// <summary>The rounds it answered, each with the number of the event that holds the answer.</summary>
    public ImmutableDictionary<int, int> Answered { get; init; } = ImmutableDictionary<int, int>.Empty;

    /// <summary>The last round during which it answered an earlier round; 0 for never.</summary>
    public int CaughtUpIn { get; init; }

    public bool IsHere => Gone is null;

    public bool HasAnswered(int round) => Answered.ContainsKey(round);
}
