using System.Diagnostics;
using System.Globalization;
using Akka.Actor;
using Akka.Event;

namespace Chatroom.Actors;

/// <summary>
/// Does for an actor what its conversation wants: resolves connections to bots, tells them, watches them, sets timers.
/// Only that actor uses it, while it handles a message.
/// </summary>
/// <param name="context">The actor's.</param>
/// <param name="owner">The actor; it gets <see cref="Due"/> when a timer runs out.</param>
/// <param name="observer">Told of every event before any participant is.</param>
/// <param name="roster">The names in the conversation, in order.</param>
/// <param name="awake">The time in which the process ran; null if it is never stopped.</param>
internal sealed class EffectExecutor(IActorContext context, IWithTimers owner, IRoomObserver observer, ValueList<string> roster, TimeProvider? awake)
{
    // Two clocks may differ.
    private static readonly TimeSpan Inexact = TimeSpan.FromSeconds(0.5);

    private readonly ILoggingAdapter _log = context.GetLogger();
    private readonly MessageTrace? _trace = MessageTrace.Of(context.System);
    private readonly Audience _audience = new(roster);

    // Every bot that is watched, by path with uid.
    private readonly Dictionary<string, Connection> _connections = new(StringComparer.Ordinal);

    /// <summary>A timer ran out.</summary>
    /// <param name="Timer">Its name.</param>
    /// <param name="Input">What it hands in.</param>
    /// <param name="After">The time that it was set to.</param>
    /// <param name="SetAt">When it was set, by the time in which the process ran.</param>
    public sealed record Due(string Timer, ConversationInput Input, TimeSpan After, long SetAt) : IDeadLetterSuppression
    {
        /// <inheritdoc />
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"Due {(Input is ConversationInput.TimeLimit(var command) ? (object)command : Input).GetType().Name} after {After.TotalSeconds:0.###} s");
    }

    /// <summary>A bot, and the actor that hears for it: itself, or the relay of its node.</summary>
    private sealed record Connection(IActorRef Bot, IActorRef Recipient);

    /// <summary>The key by which a conversation knows a bot.</summary>
    public static string KeyOf(IActorRef bot) => bot.Path.ToSerializationFormat();

    /// <summary>Forgets a bot that has died.</summary>
    public void Forget(IActorRef bot) => _connections.Remove(KeyOf(bot));

    /// <summary>
    /// Whether this process was stopped while a timer ran, such as by Ctrl-Z or with its machine. Nobody could do anything in that time,
    /// and what came meanwhile has not been read yet; so it does not count, and the timer runs on.
    /// </summary>
    public bool RunsOn(Due due)
    {
        if (awake is null || due.After - awake.GetElapsedTime(due.SetAt) is var left && left < Inexact)
        {
            return false;
        }
        SetTimer(due.Timer, due.Input, left);
        return true;
    }

    /// <summary>Does one effect of the message that is being handled.</summary>
    public void Do(ConversationEffect effect)
    {
        switch (effect)
        {
            case ConversationEffect.Publish(var happened):
                observer.Happened(happened);
                _audience.TellAll(new ChatroomProtocol.Happened(happened));
                break;
            case ConversationEffect.TellAll(var message):
                _audience.TellAll(message);
                break;
            case ConversationEffect.Tell(var connection, var message):
                // A bot that is not watched, for example because it was taken for dead, is only told something when it asks.
                BotOf(connection)?.Tell(message);
                break;
            case ConversationEffect.Admit(var name, var connection):
                // It may have died between its Join and this.
                if (_connections.TryGetValue(connection, out var its))
                {
                    _audience.Admit(name, its.Recipient);
                    _trace?.Name(its.Bot, name);
                }
                break;
            case ConversationEffect.Dismiss(var name):
                _audience.Dismiss(name);
                break;
            case ConversationEffect.Watch(var connection, var relay):
                _connections[connection] = new Connection(context.Sender, Recipient(relay));
                context.Watch(context.Sender);
                break;
            case ConversationEffect.Unwatch(var connection):
                Unwatch(connection);
                break;
            case ConversationEffect.SetTimer(var timer, var input, var after):
                SetTimer(timer, input, after);
                break;
            case ConversationEffect.CancelTimer(var timer):
                owner.Timers.Cancel(timer);
                break;
            case ConversationEffect.CancelTimers:
                owner.Timers.CancelAll();
                break;
            case ConversationEffect.NoteStranger:
                _log.Debug("Dropped a message from {0}, who has not joined.", context.Sender);
                break;
            case ConversationEffect.Stop:
                context.Stop(context.Self);
                break;
            default:
                throw new UnreachableException($"A room can't do {effect.GetType().Name}.");
        }
    }

    private void SetTimer(string timer, ConversationInput input, TimeSpan after) =>
        owner.Timers.StartSingleTimer(timer, new Due(timer, input, after, awake?.GetTimestamp() ?? 0), after);

    private IActorRef? BotOf(string connection) => _connections.TryGetValue(connection, out var its) ? its.Bot
        : connection == KeyOf(context.Sender) ? context.Sender : null;

    private void Unwatch(string connection)
    {
        if (_connections.Remove(connection, out var former))
        {
            context.Unwatch(former.Bot);
        }
    }

    /// <summary>The actor that hears for the sender: a relay only on its own node, or others could be flooded through this room.</summary>
    private IActorRef Recipient(string? relay) =>
        relay is not null && ActorPath.TryParse(relay, out var path) && path.Address.Equals(context.Sender.Path.Address)
            ? ((ExtendedActorSystem)context.System).Provider.ResolveActorRef(relay)
            : context.Sender;
}
