using Akka.Dispatch;

namespace Akka.Actor.Internal;

/// <summary>A stash that puts messages back in front of its actor's mailbox.</summary>
internal sealed class MailboxStash : IStash
{
    private readonly ActorCell _cell;
    private readonly IDequeBasedMessageQueueSemantics _queue;
    private LinkedList<Envelope> _stashed = new();
    private int _lastStashed = -1;

    public MailboxStash(ActorCell cell, int capacity)
    {
        _cell = cell;
        Capacity = capacity;
        _queue = cell.Mailbox.MessageQueue as IDequeBasedMessageQueueSemantics ?? throw new NotSupportedException(
            $"A stash needs a deque-based mailbox, and {cell.Self} has a {cell.Mailbox.MessageQueue.GetType().Name}; "
            + $"name {typeof(UnboundedDequeBasedMailbox)} as its mailbox-type");
    }

    public int Capacity { get; }

    public int Count => _stashed.Count;

    public bool IsEmpty => _stashed.Count == 0;

    public bool NonEmpty => _stashed.Count > 0;

    public bool IsFull => Capacity >= 0 && _stashed.Count >= Capacity;

    public void Stash()
    {
        var message = _cell.CurrentMessage ?? throw new IllegalActorStateException("No message is being processed that could be stashed");
        if (_lastStashed == _cell.CurrentEnvelopeId)
            throw new IllegalActorStateException($"{message} is in the stash already; each message goes into it once");
        if (IsFull)
            throw new StashOverflowException($"The stash of {_cell.Self} is full with {Capacity} messages; {message} from {_cell.Sender} did not fit");
        _lastStashed = _cell.CurrentEnvelopeId;
        _stashed.AddLast(new Envelope(message, _cell.Sender));
    }

    public void Unstash()
    {
        if (_stashed.First is not { } first)
            return;
        _stashed.RemoveFirst();
        PutBack(first.Value);
    }

    public void UnstashAll() => UnstashAll(static _ => true);

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        var stashed = _stashed;
        _stashed = new LinkedList<Envelope>();
        for (var node = stashed.Last; node is not null; node = node.Previous)
        {
            if (predicate(node.Value))
                PutBack(node.Value);
        }
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var stashed = _stashed;
        _stashed = new LinkedList<Envelope>();
        return stashed;
    }

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes.Reverse())
            _stashed.AddFirst(envelope);
    }

    private void PutBack(Envelope envelope)
    {
        _queue.EnqueueFirst(envelope);
        if (envelope.Message is Terminated terminated)
            _cell.NoticeWaits(terminated.ActorRef);
    }
}
