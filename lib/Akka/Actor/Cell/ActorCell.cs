using System.Runtime.InteropServices;
using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// What is behind the reference to a local actor: it keeps the actor's instance, mailbox, behaviours, children and watches,
/// and lives on when the instance is replaced in a restart.
/// </summary>
public partial class ActorCell : IUntypedActorContext
{
    /// <summary>The uid that stands for any incarnation.</summary>
    public const int UndefinedUid = 0;

    [ThreadStatic]
    private static ActorCell? _current;

    private readonly Stack<Receive> _behaviors = new();
    private ActorBase? _actor;
    private Mailbox? _mailbox;
    private Invocation _invocation;
    private ActorTaskScheduler? _taskScheduler;

    internal ActorCell(
        ActorSystemImpl system, IInternalActorRef self, Props props, MessageDispatcher dispatcher, IInternalActorRef parent)
    {
        SystemImpl = system;
        Self = self;
        Props = props;
        Dispatcher = dispatcher;
        Parent = parent;
    }

    /// <summary>The cell that runs on this thread, or null.</summary>
    internal static ActorCell? Current
    {
        get => _current;
        set => _current = value;
    }

    internal ActorSystemImpl SystemImpl { get; }

    internal ActorBase? Actor => _actor;

    /// <inheritdoc />
    public ActorSystem System => SystemImpl;

    /// <inheritdoc />
    public IActorRef Self { get; }

    /// <inheritdoc />
    public Props Props { get; }

    /// <inheritdoc />
    public MessageDispatcher Dispatcher { get; }

    /// <summary>The supervisor.</summary>
    public IInternalActorRef Parent { get; }

    IActorRef IActorContext.Parent => Parent;

    /// <inheritdoc />
    public IActorRef Sender => _invocation.Sender ?? SystemImpl.DeadLetters;

    /// <summary>The message being processed, or null.</summary>
    public object? CurrentMessage
    {
        get => _invocation.Message;
        private set => _invocation.Message = value;
    }

    /// <summary>Goes up with each message.</summary>
    public int CurrentEnvelopeId => _invocation.EnvelopeId;

    /// <summary>The actor's mailbox; once the actor is gone, the one of the dead letters.</summary>
    public Mailbox Mailbox => Volatile.Read(ref _mailbox)!;

    /// <summary>Whether messages wait.</summary>
    public bool HasMessages => Mailbox.HasMessages;

    /// <summary>How many messages wait.</summary>
    public int NumberOfMessages => Mailbox.NumberOfMessages;

    /// <summary>True.</summary>
    public bool IsLocal => true;

    /// <summary>Whether the actor is gone.</summary>
    public bool IsTerminated => Mailbox.IsClosed;

    /// <summary>Runs the pieces of asynchronous handlers in this actor.</summary>
    public virtual ActorTaskScheduler TaskScheduler => _taskScheduler ??= new ActorTaskScheduler(this);

    /// <summary>Makes the mailbox, whose first message makes the instance, and tells the supervisor.</summary>
    public void Init(bool sendSupervise, MailboxType mailboxType)
    {
        var mailbox = Dispatcher.CreateMailbox(this, mailboxType);
        _mailbox = mailbox;
        mailbox.SetActor(this);
        mailbox.SystemEnqueue(Self, new Create());
        if (sendSupervise)
            Parent.SendSystemMessage(new Supervise(Self, async: false));
    }

    internal Mailbox SwapMailbox(Mailbox mailbox) => Interlocked.Exchange(ref _mailbox, mailbox)!;

    /// <summary>Begins to process messages.</summary>
    public virtual void Start() => Dispatcher.Attach(this);

    /// <summary>Restarts the actor, which has to be suspended.</summary>
    public void Restart(Exception cause) => SendSystemMessage(new Recreate(cause));

    /// <summary>Lets the suspended actor go on.</summary>
    public void Resume(Exception? causedByFailure) => SendSystemMessage(new Resume(causedByFailure));

    /// <summary>Holds the actor's messages back.</summary>
    public void Suspend() => SendSystemMessage(new Suspend());

    /// <summary>Stops the actor after the message that it is working on.</summary>
    public void Stop() => SendSystemMessage(new Terminate());

    /// <inheritdoc />
    public void Stop(IActorRef child)
    {
        if (_children.ByRef(child) is not null)
            _children.NoteStop(child);
        ((IInternalActorRef)child).Stop();
    }

    /// <summary>Puts a message into the mailbox.</summary>
    public virtual void SendMessage(IActorRef? sender, object message) => SendMessage(new Envelope(message, sender));

    /// <summary>Puts a message into the mailbox.</summary>
    public virtual void SendMessage(Envelope message) => Dispatcher.Dispatch(this, message);

    /// <summary>Puts a system message into the mailbox.</summary>
    public virtual void SendSystemMessage(ISystemMessage systemMessage) =>
        Dispatcher.SystemDispatch(this, (SystemMessage)systemMessage);

    /// <inheritdoc />
    public void Become(Receive receive)
    {
        // At the bottom is the actor's own Receive, which stays.
        if (_behaviors.Count > 1)
            _behaviors.Pop();
        _behaviors.Push(receive);
    }

    /// <inheritdoc />
    public void BecomeStacked(Receive receive) => _behaviors.Push(receive);

    void IUntypedActorContext.Become(UntypedReceive receive) => Become(receive);

    void IUntypedActorContext.BecomeStacked(UntypedReceive receive) => BecomeStacked(receive);

    internal void Become(UntypedReceive receive) => Become(Handling(receive));

    internal void BecomeStacked(UntypedReceive receive) => BecomeStacked(Handling(receive));

    private static Receive Handling(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    /// <inheritdoc />
    public void UnbecomeStacked()
    {
        if (_behaviors.Count > 1)
            _behaviors.Pop();
    }

    /// <inheritdoc />
    public ActorSelection ActorSelection(string path) => ActorRefFactoryShared.ActorSelection(path, System, Self);

    /// <inheritdoc />
    public ActorSelection ActorSelection(ActorPath path) => ActorRefFactoryShared.ActorSelection(path, System);

    /// <summary>Runs an action as this actor.</summary>
    public void UseThreadContext(Action action)
    {
        var previous = _current;
        _current = this;
        try
        {
            action();
        }
        finally
        {
            _current = previous;
        }
    }

    /// <summary>The actor that runs on this thread, or null.</summary>
    public static IActorRef? GetCurrentSelfOrNoSender() => _current?.Self;

    /// <summary>The sender of the message being processed on this thread, or null.</summary>
    public static IActorRef? GetCurrentSenderOrNoSender() => _current?.Sender;

    internal void RestoreMessage(object? message, IActorRef? sender)
    {
        CurrentMessage = message;
        _invocation.Sender = sender;
    }

    private void PublishDebug(string message) =>
        SystemImpl.EventStream.Publish(new Debug(Self.Path.ToString(), _actor?.GetType() ?? GetType(), message));

    private void PublishError(Exception cause, string message) =>
        SystemImpl.EventStream.Publish(new Error(cause, Self.Path.ToString(), _actor?.GetType() ?? GetType(), message));

    /// <inheritdoc />
    public override string ToString() => $"ActorCell of {Self}";

    /// <summary>Changes with each message; a cache line away from what lies before it, or who sends to the actor would wait for it each time.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 88)]
    private struct Invocation
    {
        [FieldOffset(64)]
        internal object? Message;
        [FieldOffset(72)]
        internal IActorRef? Sender;
        [FieldOffset(80)]
        internal int EnvelopeId;
    }
}
