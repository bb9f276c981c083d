using Akka.Configuration;

namespace Akka.Actor;

/// <summary>
/// Receives several messages, and watches, outside of actors, where an Ask brings one answer only. Its calls that wait hold
/// their thread, so they are not for use inside an actor.
/// </summary>
public class Inbox : IInboxable, IDisposable
{
    private static int _lastNumber;

    private readonly ActorSystem _system;
    private readonly TimeSpan _defaultTimeout;

    private Inbox(ActorSystem system, IActorRef receiver, TimeSpan defaultTimeout)
    {
        _system = system;
        Receiver = receiver;
        _defaultTimeout = defaultTimeout;
    }

    /// <inheritdoc />
    public IActorRef Receiver { get; }

    /// <summary>Makes an inbox; it keeps up to <c>akka.actor.inbox.inbox-size</c> messages that nobody took.</summary>
    /// <param name="system">The actor system that its actor lives in.</param>
    public static Inbox Create(ActorSystem system)
    {
        var config = system.Settings.Config.GetConfig("akka.actor.inbox")
            ?? throw ConfigurationException.NullOrEmptyConfig<Inbox>("akka.actor.inbox");
        var size = config.GetInt("inbox-size");
        var name = $"inbox-{Interlocked.Increment(ref _lastNumber)}";
        var receiver = ((ExtendedActorSystem)system).SystemActorOf(Props.Create(() => new InboxActor(size)), name);
        return new Inbox(system, receiver, config.GetTimeSpan("default-timeout"));
    }

    /// <inheritdoc />
    public IActorRef Watch(IActorRef subject) => Begin(subject, null);

    /// <inheritdoc />
    public IActorRef WatchWith(IActorRef subject, object message) =>
        Begin(subject, message ?? throw new ArgumentNullException(nameof(message)));

    /// <inheritdoc />
    public IActorRef Unwatch(IActorRef subject)
    {
        Receiver.Tell(new InboxActor.EndWatch(subject));
        return subject;
    }

    private IActorRef Begin(IActorRef subject, object? message)
    {
        Receiver.Tell(new InboxActor.BeginWatch(subject, message));
        return subject;
    }

    /// <inheritdoc />
    public void Send(IActorRef actorRef, object message) => actorRef.Tell(message, Receiver);

    /// <inheritdoc />
    public object Receive() => Receive(_defaultTimeout);

    /// <inheritdoc />
    public object Receive(TimeSpan timeout) => Await(ReceiveAsync(timeout), timeout);

    /// <inheritdoc />
    public Task<object> ReceiveAsync() => ReceiveAsync(_defaultTimeout);

    /// <inheritdoc />
    public Task<object> ReceiveAsync(TimeSpan timeout) => Ask(null, timeout);

    /// <inheritdoc />
    public object ReceiveWhere(Predicate<object> predicate) => ReceiveWhere(predicate, _defaultTimeout);

    /// <inheritdoc />
    public object ReceiveWhere(Predicate<object> predicate, TimeSpan timeout) => Await(Ask(predicate, timeout), timeout);

    private Task<object> Ask(Predicate<object>? predicate, TimeSpan timeout) =>
        Receiver.Ask<object>(new InboxActor.Next(predicate, timeout), Timeout.InfiniteTimeSpan);

    private object Await(Task<object> next, TimeSpan timeout)
    {
        // The limit is in real time; the actor's own, which may be virtual, only lets go of who does not wait any more.
        if (!next.Wait(timeout) || next.Result is Status.Failure { Cause: TimeoutException })
            throw new TimeoutException($"{Receiver.Path} got no message that fits within {timeout}");
        return next.Result;
    }

    /// <summary>Stops the inbox's actor.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the inbox's actor.</summary>
    /// <param name="disposing">False when the garbage collector calls, and nothing is to be done.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _system.Stop(Receiver);
    }
}
