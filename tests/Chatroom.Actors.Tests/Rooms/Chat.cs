using System.Diagnostics;

namespace Chatroom.Actors.Tests;

/// <summary>A room at work without actors, spoken to in names, its events told in short: <c>said 1 Marija: no</c>.</summary>
internal sealed class Chat
{
    public static readonly ValueList<string> Four = ["Marija", "Felix", "Madelen", "Rateb"];

    private ConversationState _state;
    private int _told;

    public Chat(SpeakingOrder order = SpeakingOrder.Arrival, int rounds = 1, ValueList<string>? roster = null)
        : this(new RoomSettings { Order = order, Rounds = rounds }, roster)
    {
    }

    public Chat(RoomSettings settings, ValueList<string>? roster = null)
    {
        _state = new ConversationState(new RoomState(settings, roster ?? Four), 7);
        Decide(draft => draft.Open("test"));
        New();
    }

    private Chat(RoomSettings settings, ValueList<string> roster, IReadOnlyList<RoomEvent> past)
    {
        _state = past.Aggregate(new ConversationState(new RoomState(settings, roster), 7), (state, happened) => state.Apply(happened));
        _told = past.Count;
        T = past[^1].T;
        Decide(draft => draft.Resume());
    }

    /// <summary>Milliseconds since Opened that the next command is handed.</summary>
    public long T { get; set; }

    public RoomState State => _state.Room;

    public IReadOnlyList<RoomEvent> History => _state.History;

    public bool IsHeld(string name) => _state.IsHeld(name);

    public string? NameOf(string connection) => _state.NameOf(connection);

    /// <summary>A room in which everybody is, and round 1 is open.</summary>
    public static Chat Talking(SpeakingOrder order = SpeakingOrder.Arrival, int rounds = 1, ValueList<string>? roster = null) =>
        Talking(new RoomSettings { Order = order, Rounds = rounds }, roster);

    /// <summary>A room with these settings in which everybody is, and round 1 is open.</summary>
    public static Chat Talking(RoomSettings settings, ValueList<string>? roster = null)
    {
        var chat = new Chat(settings, roster);
        foreach (var name in chat.State.Roster)
        {
            chat.Join(name);
        }
        chat.New();
        return chat;
    }

    /// <summary>A room after its last round, in which everybody answered and is still there.</summary>
    public static Chat Over(SpeakingOrder order = SpeakingOrder.Arrival)
    {
        var chat = Talking(order);
        foreach (var name in chat.State.Roster)
        {
            chat.Answer(name);
        }
        chat.New();
        return chat;
    }

    /// <summary>Another room with these settings that goes on after the first <paramref name="count"/> events of this one.</summary>
    public Chat ResumedAfter(int count) => new(State.Settings, State.Roster, [.. History.Take(count)]);

    public Chat Join(string? name, string? connection = null, string? ticket = null, int lastSeen = 0) =>
        Decide(draft => draft.Join(connection ?? $"from {name}", name, "127.0.0.1:4711", ticket, lastSeen));

    public Chat Return(string name, string connection) => Decide(draft => draft.Return(connection, name, "127.0.0.1:4712"));

    public string? HolderOf(string ticket) => _state.HolderOf(ticket);

    public Chat Answer(string name, string text = "ok", int? round = null) =>
        Do(new RoomCommand.Answer(name, round ?? State.Round, text));

    public Chat Bye(string name) => Do(new RoomCommand.Bye(name));

    public Chat Lost(string name) => Do(new RoomCommand.Lost(name));

    public Chat Do(RoomCommand command) => Decide(draft => draft.Handle(command));

    private Chat Decide(Action<ConversationDraft> decide)
    {
        var draft = new ConversationDraft(
            _state, default(DateTimeOffset).AddMilliseconds(T), (round, _) => new Suggestion("chill", "travel to", "Oslo", $"Oslo, {round}?"));
        decide(draft);
        _state = draft.State;
        return this;
    }

    /// <summary>What happened since the last time this was asked, in short.</summary>
    public string[] New()
    {
        var events = History.Skip(_told).Select(Short).ToArray();
        _told = History.Count;
        return events;
    }

    public static string Short(RoomEvent happened) => happened switch
    {
        Joined joined => $"joined {joined.Name}",
        Returned returned => $"returned {returned.Name}",
        Refused refused => $"refused {refused.Name ?? "anyone"} {EnumWords.Of(refused.Reason)}",
        Suggested suggested => $"suggested {suggested.Round}",
        Said said => $"said {said.Round} {said.Name}: {said.Text}" + (said.Late ? " (late)" : ""),
        Left left => $"left {left.Name} {EnumWords.Of(left.How)}",
        RoundClosed closed => $"round {closed.Round}: " + string.Join(", ", closed.Verdicts.Select(its => $"{its.Name} {EnumWords.Of(its.Verdict)}")),
        Closed closed => $"closed {EnumWords.Of(closed.Reason)}",
        Opened => "opened",
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}
