using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.Event;

/// <summary>An actor system's bus: log events, dead letters, and whatever else is published on it, by type.</summary>
public class EventStream : LoggingBus
{
    private readonly bool _debug;
    private readonly Lock _gate = new();
    private readonly List<IActorRef> _early = [];
    private IActorRef? _unsubscriber;

    /// <summary>Makes a stream.</summary>
    /// <param name="debug">Whether (un)subscriptions are logged at debug level.</param>
    public EventStream(bool debug) => _debug = debug;

    /// <summary>Subscribes an actor to events of a type and of those below it, until it unsubscribes or stops.</summary>
    /// <param name="subscriber">The actor.</param>
    /// <param name="channel">The type.</param>
    /// <returns>False if it was subscribed to just that.</returns>
    /// <exception cref="ArgumentNullException">There is no subscriber.</exception>
    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        if (_debug) Trace($"{subscriber} is to get {channel}");
        var added = base.Subscribe(subscriber, channel);
        if (added) WatchSubscriber(subscriber);
        return added;
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentNullException">There is no subscriber.</exception>
    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        if (_debug) Trace($"{subscriber} gets no {channel} any more");
        return base.Unsubscribe(subscriber, channel);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentNullException">There is no subscriber.</exception>
    public override bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        if (_debug) Trace($"{subscriber} gets nothing any more");
        return base.Unsubscribe(subscriber);
    }

    /// <summary>Starts the actor that ends the subscriptions of actors that stop.</summary>
    /// <param name="system">The actor system.</param>
    public void StartUnsubscriber(ActorSystemImpl system)
    {
        lock (_gate)
        {
            if (_unsubscriber is not null) return;
            _unsubscriber = system.SystemActorOf(
                Props.Create(() => new EventStreamUnsubscriber(this)).WithDeploy(Deploy.Local), "eventStreamUnsubscriber");
            foreach (var subscriber in _early) Register(subscriber);
            _early.Clear();
        }
    }

    private void WatchSubscriber(IActorRef subscriber)
    {
        // The stdout logger is no actor: it never stops.
        if (subscriber is MinimalLogger) return;
        lock (_gate)
        {
            if (_unsubscriber is null) _early.Add(subscriber);
            else Register(subscriber);
        }
    }

    private void Register(IActorRef subscriber) =>
        _unsubscriber!.Tell(new EventStreamUnsubscriber.Register(subscriber), ActorRefs.NoSender);

    private void Trace(string text) => Publish(new Debug(SimpleName(this), GetType(), text));
}
