using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>Decides where and when actors run.</summary>
public abstract class MessageDispatcher
{
    /// <summary>How many messages an actor processes in a turn, unless configured otherwise.</summary>
    public const int DefaultThroughput = 100;

    private long _inhabitants;

    /// <summary>Called by subclasses.</summary>
    protected MessageDispatcher(MessageDispatcherConfigurator configurator)
    {
        Configurator = configurator;
        Throughput = DefaultThroughput;
    }

    /// <summary>Who made it.</summary>
    public MessageDispatcherConfigurator Configurator { get; }

    /// <summary>Its configuration path.</summary>
    public string Id { get; protected set; } = string.Empty;

    /// <summary>How many messages an actor processes in a turn.</summary>
    public int Throughput { get; protected set; }

    /// <summary>After how many ticks an actor's turn ends at the next message; null or 0: never.</summary>
    public long? ThroughputDeadlineTime { get; protected set; }

    /// <summary>How long it waits, with no actor left, before it lets its threads go.</summary>
    public TimeSpan ShutdownTimeout { get; protected set; }

    /// <summary>Where its errors are published.</summary>
    public EventStream EventStream => Configurator.Prerequisites.EventStream;

    /// <summary>How mailboxes are made.</summary>
    public Mailboxes Mailboxes => Configurator.Prerequisites.Mailboxes;

    /// <summary>The number of actors on it.</summary>
    protected long Inhabitants => Interlocked.Read(ref _inhabitants);

    /// <summary>Runs an action.</summary>
    public void Schedule(Action run) => Schedule(new ActionRunnable(run));

    /// <summary>Runs something.</summary>
    public void Schedule(IRunnable run) => ExecuteTask(run);

    /// <summary>Gives something to a thread.</summary>
    protected abstract void ExecuteTask(IRunnable run);

    /// <summary>Lets the threads go.</summary>
    protected abstract void Shutdown();

    /// <summary>Publishes an error.</summary>
    protected void ReportFailure(Exception ex) => EventStream.Publish(new Error(ex, GetType().FullName!, GetType(), ex.Message));

    /// <summary>Takes an actor in and begins to run it.</summary>
    public virtual void Attach(ActorCell cell)
    {
        Register(cell);
        RegisterForExecution(cell.Mailbox, hasMessageHint: false, hasSystemMessageHint: true);
    }

    /// <summary>Lets an actor go that is gone; what is in its mailbox becomes dead letters.</summary>
    public virtual void Detach(ActorCell cell) => Unregister(cell);

    /// <summary>Puts a message into an actor's mailbox.</summary>
    public virtual void Dispatch(ActorCell cell, Envelope envelope)
    {
        var mailbox = cell.Mailbox;
        mailbox.Enqueue(cell.Self, envelope);
        // The actor may have gone in between; then nobody else looks into its mailbox any more.
        if (mailbox.IsClosed)
            mailbox.CleanUp();
        else
            RegisterForExecution(mailbox, hasMessageHint: true, hasSystemMessageHint: false);
    }

    /// <summary>Puts a system message into an actor's mailbox.</summary>
    public virtual void SystemDispatch(ActorCell cell, SystemMessage message)
    {
        var mailbox = cell.Mailbox;
        mailbox.SystemEnqueue(cell.Self, message);
        RegisterForExecution(mailbox, hasMessageHint: false, hasSystemMessageHint: true);
    }

    internal virtual Mailbox CreateMailbox(ActorCell cell, MailboxType mailboxType) =>
        new(mailboxType.Create(cell.Self, cell.System));

    internal virtual void Register(ActorCell cell) => Interlocked.Increment(ref _inhabitants);

    internal virtual void Unregister(ActorCell cell)
    {
        var left = Interlocked.Decrement(ref _inhabitants);
        var mailbox = cell.SwapMailbox(Mailboxes.DeadLetterMailbox);
        mailbox.Close();
        mailbox.CleanUp();
        if (left == 0)
            OnEmpty();
    }

    /// <summary>Called when the last actor has left.</summary>
    internal virtual void OnEmpty()
    {
    }

    /// <summary>Ends it with its actor system.</summary>
    internal void Close() => Shutdown();

    internal virtual void Suspend(ActorCell cell)
    {
        var mailbox = cell.Mailbox;
        if (ReferenceEquals(mailbox.Actor, cell) && ReferenceEquals(mailbox.Dispatcher, this))
            mailbox.Suspend();
    }

    internal virtual void Resume(ActorCell cell)
    {
        var mailbox = cell.Mailbox;
        if (ReferenceEquals(mailbox.Actor, cell) && ReferenceEquals(mailbox.Dispatcher, this) && mailbox.Resume())
            RegisterForExecution(mailbox, hasMessageHint: false, hasSystemMessageHint: false);
    }

    internal virtual void RegisterForExecution(Mailbox mailbox, bool hasMessageHint, bool hasSystemMessageHint)
    {
        if (!mailbox.IsScheduled
            && mailbox.IsWorthATurn(hasMessageHint, hasSystemMessageHint)
            && mailbox.TryTakePlace())
            ExecuteTask(mailbox);
    }
}
