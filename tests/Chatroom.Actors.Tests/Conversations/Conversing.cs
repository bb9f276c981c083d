using System.Diagnostics;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>A conversation without actors, spoken to over connections; what is to be done for it is told in short: <c>a: queued Felix</c>.</summary>
internal sealed class Conversing
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly ConversationLogic _logic = new((round, history) => new Suggestion("chill", "party", null, $"{round} after {history.Count}?"));

    public Conversing(RoomSettings? settings = null, params ReadOnlySpan<string> roster) =>
        State = new ConversationState(new RoomState(settings ?? new RoomSettings(), ValueList.Create(roster)), 7);

    public ConversationState State { get; private set; }

    public TimeSpan Time { get; set; }

    public ConversationStep Last { get; private set; } = null!;

    /// <summary>A room that has opened, for Marija and Felix.</summary>
    public static Conversing Opened(RoomSettings? settings = null)
    {
        var room = new Conversing(settings, "Marija", "Felix");
        room.Do(new ConversationInput.Open("test"));
        return room;
    }

    /// <summary>A room in round 1, with Marija over the connection m and Felix over f; each has a ticket.</summary>
    public static Conversing Talking(RoomSettings? settings = null)
    {
        var room = Opened(settings);
        room.Join("m", "Marija", ticket: "of Marija");
        room.Join("f", "Felix", ticket: "of Felix");
        return room;
    }

    /// <summary>The same room, taken up from its first events.</summary>
    public Conversing Before(int count)
    {
        var room = new Conversing(State.Room.Settings, [.. State.Room.Roster]) { Time = Time };
        room.State = State.History.Take(count).Aggregate(room.State, (state, happened) => state.Apply(happened));
        return room;
    }

    public string[] Resume() => Do(new ConversationInput.Resume());

    public string[] Join(string connection, string? name, int lastSeen = 0, string? ticket = null, string? relay = null, TimeSpan? patience = null) =>
        Do(new ConversationInput.Join(connection, name, "local", lastSeen, ticket, relay, patience));

    public string[] Answer(string connection, string text = "ok", int round = 1) => Do(new ConversationInput.Answer(connection, round, text));

    public string[] Bye(string connection) => Do(new ConversationInput.Bye(connection));

    public string[] Die(string connection) => Do(new ConversationInput.Death(connection));

    /// <summary>The node of a bot can't be reached any more.</summary>
    public string[] Vanish(string connection) => Do(new ConversationInput.Death(connection, MayLive: true));

    public string[] RunOut(RoomCommand limit) => Do(new ConversationInput.TimeLimit(limit));

    public string[] Do(ConversationInput input)
    {
        Last = _logic.Decide(State, input, Start + Time);
        State = Last.Next;
        return [.. Last.Effects.Select(Short)];
    }

    private static string Short(ConversationEffect effect) => effect switch
    {
        ConversationEffect.Publish(var happened) => $"all: {Chat.Short(happened)}",
        ConversationEffect.TellAll(var message) => $"all: {Short(message)}",
        ConversationEffect.Tell(var connection, var message) => $"{connection}: {Short(message)}",
        ConversationEffect.Admit(var name, var connection) => $"admit {name} over {connection}",
        ConversationEffect.Dismiss(var name) => $"dismiss {name}",
        ConversationEffect.Watch(var connection, var relay) => $"watch {connection}" + (relay is null ? "" : $" behind {relay}"),
        ConversationEffect.Unwatch(var connection) => $"unwatch {connection}",
        ConversationEffect.SetTimer(var timer, ConversationInput.TimeLimit(var command), var after) => $"{timer} {Short(command)} in {after.TotalMilliseconds} ms",
        ConversationEffect.SetTimer(var timer, ConversationInput.ReturnTimeout or ConversationInput.NamesAreDue or ConversationInput.AwayTimeout, var after) => $"{timer} in {after.TotalMilliseconds} ms",
        ConversationEffect.CancelTimer(var timer) => $"cancel {timer}",
        ConversationEffect.CancelTimers => "cancel all",
        ConversationEffect.NoteStranger(var connection) => $"stranger {connection}",
        ConversationEffect.Stop => "stop",
        _ => throw new UnreachableException(effect.ToString()),
    };

    private static string Short(RoomCommand command) =>
        command is RoomCommand.ReplyTimeout reply ? $"ReplyTimeout {reply.Round}" : command.GetType().Name;

    private static string Short(IChatroomMessage message) => message switch
    {
        Welcome welcome => $"welcome {welcome.Name} {welcome.Seed} {welcome.JoinedAt}",
        Missed missed => $"missed {missed.Events[0].N}-{missed.Events[^1].N}",
        Queued queued => $"queued {queued.Name ?? "for any name"}",
        TurnedAway away => $"turned away {EnumWords.Of(away.Reason)}",
        Happened happened => $"again {Chat.Short(happened.Event)}",
        Over => "over",
        _ => throw new UnreachableException(message.ToString()),
    };
}
