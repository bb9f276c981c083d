namespace Akka.Actor;

/// <summary>A mailbox for code outside of actors: others send to its <see cref="Receiver"/>, and it is read from outside.</summary>
public interface IInboxable : ICanWatch
{
    /// <summary>The actor whose messages are received here.</summary>
    IActorRef Receiver { get; }

    /// <summary>Waits for the next message, for as long as <c>akka.actor.inbox.default-timeout</c> says.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    object Receive();

    /// <summary>Waits for the next message.</summary>
    /// <param name="timeout">For how long.</param>
    /// <exception cref="TimeoutException">None came.</exception>
    object Receive(TimeSpan timeout);

    /// <summary>
    /// Gives the next message, or a <see cref="Status.Failure"/> with a <see cref="TimeoutException"/> if none came within
    /// <c>akka.actor.inbox.default-timeout</c>.
    /// </summary>
    Task<object> ReceiveAsync();

    /// <summary>Gives the next message, or a <see cref="Status.Failure"/> with a <see cref="TimeoutException"/> if none came.</summary>
    /// <param name="timeout">For how long to wait.</param>
    Task<object> ReceiveAsync(TimeSpan timeout);

    /// <summary>
    /// Takes the first message that fits and leaves the others; waits for one as long as
    /// <c>akka.actor.inbox.default-timeout</c> says.
    /// </summary>
    /// <param name="predicate">Which message fits. It runs in the inbox's actor.</param>
    /// <exception cref="TimeoutException">None came.</exception>
    object ReceiveWhere(Predicate<object> predicate);

    /// <summary>Takes the first message that fits and leaves the others.</summary>
    /// <param name="predicate">Which message fits. It runs in the inbox's actor.</param>
    /// <param name="timeout">For how long to wait for one.</param>
    /// <exception cref="TimeoutException">None came.</exception>
    object ReceiveWhere(Predicate<object> predicate, TimeSpan timeout);

    /// <summary>Sends a message so that the answer comes here.</summary>
    /// <param name="target">To whom.</param>
    /// <param name="message">What.</param>
    void Send(IActorRef target, object message);
}
