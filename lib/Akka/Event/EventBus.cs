using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Akka.Event;

/// <summary>Passes each event on to whoever subscribed to its class or to a class above it, once to each subscriber.</summary>
/// <typeparam name="TEvent">The events.</typeparam>
/// <typeparam name="TClassifier">What events are told apart by.</typeparam>
/// <typeparam name="TSubscriber">Who receives.</typeparam>
public abstract class EventBus<TEvent, TClassifier, TSubscriber>
    where TClassifier : notnull
    where TSubscriber : notnull
{
    private readonly Lock _gate = new();
    private volatile Snapshot _current = new([]);

    /// <summary>A subscriber, what it subscribed to, and what below that it does not want.</summary>
    private sealed record Subscription(TSubscriber Subscriber, TClassifier Classifier, ImmutableList<TClassifier> Except);

    /// <summary>The subscriptions at one moment, with the receivers of each event class seen since.</summary>
    private sealed class Snapshot(ImmutableList<Subscription> subscriptions)
    {
        public ImmutableList<Subscription> Subscriptions { get; } = subscriptions;

        public ConcurrentDictionary<TClassifier, TSubscriber[]> Receivers { get; } = new();
    }

    /// <summary>Subscribes to a class of events and those below it.</summary>
    /// <param name="subscriber">Who subscribes.</param>
    /// <param name="classifier">To what.</param>
    /// <returns>False if it was subscribed to just that.</returns>
    public virtual bool Subscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_gate)
        {
            var subscriptions = _current.Subscriptions;
            var present = subscriptions.FindIndex(s => IsFor(s, subscriber, classifier));
            var renewed = new Subscription(subscriber, classifier, []);
            if (present < 0)
            {
                _current = new Snapshot(subscriptions.Add(renewed));
                return true;
            }

            if (!subscriptions[present].Except.IsEmpty) _current = new Snapshot(subscriptions.SetItem(present, renewed));
            return false;
        }
    }

    /// <summary>Ends all subscriptions of a subscriber.</summary>
    /// <param name="subscriber">Who unsubscribes.</param>
    /// <returns>False if it had none.</returns>
    public virtual bool Unsubscribe(TSubscriber subscriber)
    {
        lock (_gate)
        {
            return Replace(_current.Subscriptions.RemoveAll(s => s.Subscriber.Equals(subscriber)));
        }
    }

    /// <summary>
    /// Ends the subscription to a class of events. One who is subscribed to a class above keeps that, less this class.
    /// </summary>
    /// <param name="subscriber">Who unsubscribes.</param>
    /// <param name="classifier">From what.</param>
    /// <returns>False if it did not receive these events.</returns>
    public virtual bool Unsubscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_gate)
        {
            var kept = _current.Subscriptions
                .RemoveAll(s => IsFor(s, subscriber, classifier))
                .Select(s => s.Subscriber.Equals(subscriber) && Covers(s, classifier)
                    ? s with { Except = s.Except.Add(classifier) }
                    : s);
            return Replace([.. kept]);
        }
    }

    /// <summary>Passes an event on.</summary>
    /// <param name="event">The event.</param>
    public virtual void Publish(TEvent @event)
    {
        var snapshot = _current;
        var receivers = snapshot.Receivers.GetOrAdd(
            GetClassifier(@event),
            static (eventClass, arg) => arg.bus.ReceiversOf(arg.snapshot, arg.@event, eventClass),
            (bus: this, snapshot, @event));
        foreach (var receiver in receivers) Publish(@event, receiver);
    }

    /// <summary>The short name of an object's type.</summary>
    /// <param name="source">The object.</param>
    /// <returns>The name.</returns>
    protected string SimpleName(object source) => Logging.SimpleName(source);

    /// <summary>The short name of a type.</summary>
    /// <param name="source">The type.</param>
    /// <returns>The name.</returns>
    protected string SimpleName(Type source) => Logging.SimpleName(source);

    /// <summary>Whether one class is the other, or below it.</summary>
    /// <param name="parent">The class above.</param>
    /// <param name="child">The class below.</param>
    /// <returns>True if it is.</returns>
    protected abstract bool IsSubClassification(TClassifier parent, TClassifier child);

    /// <summary>Hands an event to one subscriber.</summary>
    /// <param name="event">The event.</param>
    /// <param name="subscriber">Who receives it.</param>
    protected abstract void Publish(TEvent @event, TSubscriber subscriber);

    /// <summary>Whether an event belongs to a class.</summary>
    /// <param name="event">The event.</param>
    /// <param name="classifier">The class.</param>
    /// <returns>True if it does.</returns>
    protected abstract bool Classify(TEvent @event, TClassifier classifier);

    /// <summary>The class of an event.</summary>
    /// <param name="event">The event.</param>
    /// <returns>The class.</returns>
    protected abstract TClassifier GetClassifier(TEvent @event);

    private static bool IsFor(Subscription subscription, TSubscriber subscriber, TClassifier classifier) =>
        subscription.Subscriber.Equals(subscriber) && subscription.Classifier.Equals(classifier);

    private bool Covers(Subscription subscription, TClassifier classifier) =>
        IsSubClassification(subscription.Classifier, classifier)
        && !subscription.Except.Exists(except => IsSubClassification(except, classifier));

    private bool Replace(ImmutableList<Subscription> subscriptions)
    {
        if (subscriptions.SequenceEqual(_current.Subscriptions)) return false;
        _current = new Snapshot(subscriptions);
        return true;
    }

    private TSubscriber[] ReceiversOf(Snapshot snapshot, TEvent @event, TClassifier eventClass) =>
        snapshot.Subscriptions
            .Where(s => Classify(@event, s.Classifier) && !s.Except.Exists(except => IsSubClassification(except, eventClass)))
            .Select(s => s.Subscriber)
            .Distinct()
            .ToArray();
}
