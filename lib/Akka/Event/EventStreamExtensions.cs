using Akka.Actor;

namespace Akka.Event;

/// <summary>Subscribes with the channel as type argument.</summary>
public static class EventStreamExtensions
{
    /// <summary>Subscribes an actor to events of a type and of those below it.</summary>
    /// <param name="eventStream">The stream.</param>
    /// <param name="subscriber">The actor.</param>
    /// <typeparam name="TChannel">The type.</typeparam>
    /// <returns>False if it was subscribed to just that.</returns>
    public static bool Subscribe<TChannel>(this EventStream eventStream, IActorRef subscriber) =>
        eventStream.Subscribe(subscriber, typeof(TChannel));

    /// <summary>Ends an actor's subscription to events of a type.</summary>
    /// <param name="eventStream">The stream.</param>
    /// <param name="subscriber">The actor.</param>
    /// <typeparam name="TChannel">The type.</typeparam>
    /// <returns>False if it did not receive these events.</returns>
    public static bool Unsubscribe<TChannel>(this EventStream eventStream, IActorRef subscriber) =>
        eventStream.Unsubscribe(subscriber, typeof(TChannel));
}
