using Akka.Event;

namespace Akka.Actor;

/// <summary>Keeps what comes in for an <see cref="Inbox"/>, and those who wait for something.</summary>
internal sealed class InboxActor : ReceiveActor
{
    private readonly LinkedList<object> _messages = new();
    private readonly LinkedList<Waiting> _waiting = new();
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly int _size;
    private bool _hasWarned;

    public InboxActor(int size)
    {
        _size = size;
        Receive<Next>(Give);
        Receive<Expired>(Expire);
        Receive<BeginWatch>(watch =>
        {
            if (watch.Message is { } message) Context.WatchWith(watch.Subject, message);
            else Context.Watch(watch.Subject);
        });
        Receive<EndWatch>(watch => Context.Unwatch(watch.Subject));
        ReceiveAny(Take);
    }

    protected override void PostStop()
    {
        foreach (var waiting in _waiting) waiting.Expiry.Cancel();
    }

    private void Give(Next next)
    {
        for (var node = _messages.First; node is not null; node = node.Next)
        {
            if (!next.Fits(node.Value)) continue;
            _messages.Remove(node);
            Sender.Tell(node.Value);
            return;
        }

        var key = new object();
        var timeout = next.Timeout > TimeSpan.Zero ? next.Timeout : TimeSpan.Zero;
        var expiry = Context.System.Scheduler.ScheduleTellOnceCancelable(timeout, Self, new Expired(key), Self);
        _waiting.AddLast(new Waiting(key, next, Sender, expiry));
    }

    private void Take(object message)
    {
        for (var node = _waiting.First; node is not null; node = node.Next)
        {
            if (!node.Value.For.Fits(message)) continue;
            _waiting.Remove(node);
            node.Value.Expiry.Cancel();
            node.Value.Client.Tell(message);
            return;
        }

        if (_messages.Count < _size)
        {
            _messages.AddLast(message);
        }
        else if (!_hasWarned)
        {
            _hasWarned = true;
            _log.Warning("The inbox is full with {0} messages, and drops those that come now; akka.actor.inbox.inbox-size sets the limit", _size);
        }
    }

    private void Expire(Expired expired)
    {
        for (var node = _waiting.First; node is not null; node = node.Next)
        {
            if (!ReferenceEquals(node.Value.Key, expired.Key)) continue;
            _waiting.Remove(node);
            node.Value.Client.Tell(new Status.Failure(new TimeoutException("No message that fits came in time")));
            return;
        }
    }

    internal sealed record Next(Predicate<object>? Predicate, TimeSpan Timeout) : INoSerializationVerificationNeeded
    {
        public bool Fits(object message) => Predicate is null || Predicate(message);
    }

    internal sealed record BeginWatch(IActorRef Subject, object? Message) : INoSerializationVerificationNeeded;

    internal sealed record EndWatch(IActorRef Subject) : INoSerializationVerificationNeeded;

    private sealed record Expired(object Key) : INoSerializationVerificationNeeded, IDeadLetterSuppression;

    private sealed record Waiting(object Key, Next For, IActorRef Client, ICancelable Expiry);
}
