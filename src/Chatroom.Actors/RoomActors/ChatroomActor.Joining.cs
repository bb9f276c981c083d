using System.Globalization;
using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>How bots come in and come back, and what they are told then; see the other part for the conversation.</summary>
internal sealed partial class ChatroomActor
{
    private void OnJoin(ChatroomProtocol.Join join)
    {
        if (Sender.IsNobody() || Sender.Equals(Context.System.DeadLetters))
        {
            return;
        }
        var connection = Sender.Path.ToSerializationFormat();
        if (_session.NameOf(connection) is { } known && _session.State.Find(known) is not { Gone: Leaving.Crashed })
        {
            AnswerAgain(known, join.LastSeen);
            return;
        }
        if (_turnedAway.TryGetValue(connection, out var answer))
        {
            Sender.Tell(answer);
            return;
        }
        var ticket = Ticket.DigestOf(join.Ticket);
        if (ticket is not null && _session.HolderOf(ticket) is { } returning && join.LastSeen <= _session.State.N)
        {
            TakeBack(returning, connection, join);
            return;
        }
        Connect(connection, join.Relay);
        Publish(_session.Join(connection, join.Name, From(Sender), T, ticket, join.LastSeen));
        TellTheJoiner(connection);
    }

    /// <summary>A participant that lost its connection has a new one: nothing of the old one counts any more, not even its death.</summary>
    private void TakeBack(string name, string connection, ChatroomProtocol.Join join)
    {
        if (_session.ConnectionOf(name) is { } old && _connections.Remove(old, out var before))
        {
            Context.Unwatch(before.Bot);
        }
        Connect(connection, join.Relay);
        Publish(_session.Return(connection, name, From(Sender), T));
        if (_session.State.IsHere(name))
        {
            _audience.Admit(name, _connections[connection].Ear);
        }
        AnswerAgain(name, join.LastSeen);
    }

    /// <summary>Who hears for the sender: a relay only on its own node, or others could be flooded through this room.</summary>
    private IActorRef Ear(string? relay) =>
        relay is not null && ActorPath.TryParse(relay, out var path) && path.Address.Equals(Sender.Path.Address)
            ? ((ExtendedActorSystem)Context.System).Provider.ResolveActorRef(relay)
            : Sender;

    private void Connect(string connection, string? relay)
    {
        _connections[connection] = new Connection(Sender, Ear(relay));
        Context.Watch(Sender);
    }

    private void TellTheJoiner(string connection)
    {
        if (_session.NameOf(connection) is not { } name)
        {
            _connections.Remove(connection);
            var refused = (Refused)_session.History.Last(happened => happened is Refused);
            var answer = new ChatroomProtocol.TurnedAway(refused.Reason, refused.Text);
            _turnedAway[connection] = answer;
            Sender.Tell(answer);
        }
        else if (_session.IsHeld(name))
        {
            Sender.Tell(new ChatroomProtocol.Queued(name));
        }
    }

    /// <summary>To someone who is in, or waits to be: what it was told before, and what it has missed.</summary>
    private void AnswerAgain(string name, int lastSeen)
    {
        if (_session.State.Find(name) is null)
        {
            Sender.Tell(new ChatroomProtocol.Queued(name));
            return;
        }
        Sender.Tell(Welcome(name));
        TellMissed(Sender, _session.History.Skip(lastSeen));
        if (_session.State.Phase == RoomPhase.Closing)
        {
            Sender.Tell(new ChatroomProtocol.Over());
        }
    }

    private static void TellMissed(IActorRef bot, IEnumerable<RoomEvent> events)
    {
        foreach (var missed in WireEvents.InBatches(events))
        {
            bot.Tell(missed);
        }
    }

    private ChatroomProtocol.Welcome Welcome(string name) =>
        new(name, _seed, _session.State.Find(name)!.Since);

    private static string From(IActorRef bot) => bot.Path.Address is { Host: { } host } address
        ? string.Create(CultureInfo.InvariantCulture, $"{host}:{address.Port}")
        : "local";
}
