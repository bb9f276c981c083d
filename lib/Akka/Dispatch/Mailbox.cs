using Akka.Actor;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>
/// An actor's messages and the turn in which it processes them: first all system messages, then messages,
/// at most the dispatcher's throughput in a turn.
/// </summary>
/// <remarks>
/// One status word says it all, moved by compare-exchange: closed, scheduled, and in the bits above how often it was suspended.
/// </remarks>
public partial class Mailbox : IRunnable
{
    private const int Closed = 1;
    private const int Scheduled = 2;
    private const int SuspendUnit = 4;

    private volatile int _status;
    private MessageDispatcher? _dispatcher;
    private int _cleanUpsAsked;

    /// <summary>Makes a mailbox around a queue.</summary>
    public Mailbox(IMessageQueue messageQueue) => MessageQueue = messageQueue;

    /// <summary>What holds the messages.</summary>
    public IMessageQueue MessageQueue { get; }

    /// <summary>Where the actor runs.</summary>
    public MessageDispatcher Dispatcher => _dispatcher!;

    internal ActorCell? Actor { get; private set; }

    internal bool IsClosed => (_status & Closed) != 0;

    internal bool IsScheduled => (_status & Scheduled) != 0;

    internal bool IsSuspended => _status >= SuspendUnit;

    internal int SuspendCount => _status / SuspendUnit;

    internal bool HasMessages => MessageQueue.HasMessages;

    internal int NumberOfMessages => MessageQueue.Count;

    /// <summary>Says whose mailbox it is.</summary>
    public virtual void SetActor(ActorCell actorCell)
    {
        Actor = actorCell;
        _dispatcher = actorCell.Dispatcher;
    }

    /// <summary>Adds a message. Whoever does so then looks at the status, and whoever ends a turn looks for messages after it.</summary>
    internal void Enqueue(IActorRef receiver, Envelope envelope)
    {
        MessageQueue.Enqueue(receiver, envelope);
        // A processor may read the status before others see the message: both would leave it to each other (Dekker's problem).
        Interlocked.MemoryBarrier();
    }

    /// <summary>Whether a turn is worth taking.</summary>
    internal bool IsWorthATurn(bool hasMessageHint, bool hasSystemMessageHint)
    {
        var status = _status;
        if ((status & Closed) != 0)
            return false;
        if (hasSystemMessageHint || HasSystemMessages)
            return true;
        return status < SuspendUnit && (hasMessageHint || HasMessages);
    }

    /// <summary>Takes the one place on the dispatcher; false if it is taken, or nobody is to run any more.</summary>
    internal bool TryTakePlace()
    {
        while (true)
        {
            var status = _status;
            if ((status & (Closed | Scheduled)) != 0)
                return false;
            if (TryMove(status, status | Scheduled))
                return true;
        }
    }

    internal void LeavePlace()
    {
        while (true)
        {
            var status = _status;
            if (TryMove(status, status & ~Scheduled))
                return;
        }
    }

    /// <summary>Holds messages back once more; system messages go on.</summary>
    /// <returns>Whether it is the first time.</returns>
    internal bool Suspend()
    {
        while (true)
        {
            var status = _status;
            if ((status & Closed) != 0)
                return false;
            if (TryMove(status, status + SuspendUnit))
                return status < SuspendUnit;
        }
    }

    /// <summary>Takes one suspension back.</summary>
    /// <returns>Whether none is left.</returns>
    internal bool Resume()
    {
        while (true)
        {
            var status = _status;
            if ((status & Closed) != 0)
                return false;
            var next = status < SuspendUnit ? status : status - SuspendUnit;
            if (TryMove(status, next))
                return next < SuspendUnit;
        }
    }

    /// <summary>Ends it: no turn begins any more.</summary>
    internal void Close()
    {
        while (true)
        {
            var status = _status;
            if ((status & Closed) != 0 || TryMove(status, (status & Scheduled) | Closed))
                return;
        }
    }

    private bool TryMove(int from, int to) => Interlocked.CompareExchange(ref _status, to, from) == from;

    /// <summary>Takes a turn.</summary>
    public void Run()
    {
        try
        {
            if (!IsClosed)
            {
                ProcessAllSystemMessages();
                ProcessMessages();
            }
        }
        finally
        {
            LeavePlace();
            // What came in while the place was taken has not been scheduled by its sender.
            Dispatcher.RegisterForExecution(this, hasMessageHint: false, hasSystemMessageHint: false);
        }
    }

    /// <summary>Takes a turn.</summary>
    public void Execute() => Run();

    private void ProcessMessages()
    {
        var left = Math.Max(Dispatcher.Throughput, 1);
        var deadline = Dispatcher.ThroughputDeadlineTime is { } ticks and > 0 ? Environment.TickCount64 + (ticks / TimeSpan.TicksPerMillisecond) : long.MaxValue;
        var actor = Actor!;
        while (_status < SuspendUnit && !IsClosed && MessageQueue.TryDequeue(out var envelope))
        {
            actor.Invoke(envelope);
            ProcessAllSystemMessages();
            if (--left == 0 || (deadline != long.MaxValue && Environment.TickCount64 >= deadline))
                return;
        }
    }

    /// <summary>Moves what is left to the dead letters.</summary>
    public virtual void CleanUp()
    {
        // One thread at a time, as queues are made for one taker; whoever is at it looks again for those who come meanwhile.
        if (Actor is not { } actor || Interlocked.Increment(ref _cleanUpsAsked) > 1)
            return;
        int asked;
        do
        {
            asked = Volatile.Read(ref _cleanUpsAsked);
            MoveToDeadLetters(actor);
        }
        while (Interlocked.CompareExchange(ref _cleanUpsAsked, 0, asked) != asked);
    }

    private void MoveToDeadLetters(ActorCell actor)
    {
        var deadLetters = Dispatcher.Mailboxes.DeadLetterMailbox;
        CloseSystemQueue(message => deadLetters.SystemEnqueue(actor.Self, message));
        MessageQueue.CleanUp(actor.Self, deadLetters.MessageQueue);
    }
}
