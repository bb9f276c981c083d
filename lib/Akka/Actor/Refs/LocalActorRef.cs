using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The reference to an actor that lives in this process.</summary>
public class LocalActorRef : ActorRefWithCell, ILocalRef
{
    private readonly ActorSystemImpl _system;

    /// <summary>Makes the reference and the actor's cell; <see cref="Start"/> brings it to life.</summary>
    public LocalActorRef(
        ActorSystemImpl system,
        Props props,
        MessageDispatcher dispatcher,
        MailboxType mailboxType,
        IInternalActorRef supervisor,
        ActorPath path)
    {
        _system = system;
        Props = props;
        Dispatcher = dispatcher;
        MailboxType = mailboxType;
        Supervisor = supervisor;
        Path = path;
#pragma warning disable CA2214 // The official seam: a subclass chooses the cell, and its own constructor has no part in that.
        Cell = NewActorCell(system, this, props, dispatcher, supervisor);
#pragma warning restore CA2214
        Cell.Init(sendSupervise: true, mailboxType);
    }

    /// <inheritdoc />
    public override ActorPath Path { get; }

    /// <summary>The actor's cell.</summary>
    public ActorCell Cell { get; }

    /// <summary>The actor system.</summary>
    protected ActorSystem System => _system;

    /// <summary>How the actor is made.</summary>
    protected Props Props { get; }

    /// <summary>Where the actor runs.</summary>
    protected MessageDispatcher Dispatcher { get; }

    /// <summary>How the actor's mailbox is made.</summary>
    protected MailboxType MailboxType { get; }

    /// <summary>The supervisor.</summary>
    protected IInternalActorRef Supervisor { get; }

    /// <inheritdoc />
    public override IActorRefProvider Provider => _system.Provider;

    /// <inheritdoc />
    public override IInternalActorRef Parent => Cell.Parent;

    /// <inheritdoc />
    public override bool IsLocal => true;

    /// <inheritdoc />
    public override bool IsTerminated => Cell.IsTerminated;

    /// <inheritdoc />
    public override IEnumerable<IActorRef> Children => Cell.GetChildren();

    /// <summary>Makes the cell.</summary>
    protected virtual ActorCell NewActorCell(
        ActorSystemImpl system, IInternalActorRef self, Props props, MessageDispatcher dispatcher, IInternalActorRef supervisor) =>
        new(system, self, props, dispatcher, supervisor);

    /// <inheritdoc />
    public override IInternalActorRef GetSingleChild(string name) => Cell.GetSingleChild(name);

    /// <inheritdoc />
    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        IInternalActorRef current = this;
        for (var i = 0; i < name.Count; i++)
        {
            switch (name[i])
            {
                case "..":
                    current = current.Parent;
                    break;
                case "":
                    break;
                default:
                    if (current is not ActorRefWithCell withCell)
                        return current.GetChild([.. name.Skip(i)]);
                    current = withCell.GetSingleChild(name[i]);
                    break;
            }
            if (current.IsNobody())
                return current;
        }
        return current;
    }

    /// <inheritdoc />
    public override void Start() => Cell.Start();

    /// <inheritdoc />
    public override void Stop() => Cell.Stop();

    /// <inheritdoc />
    public override void Suspend() => Cell.Suspend();

    /// <inheritdoc />
    public override void Resume(Exception? causedByFailure = null) => Cell.Resume(causedByFailure);

    /// <inheritdoc />
    public override void Restart(Exception cause) => Cell.Restart(cause);

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef sender) => Cell.SendMessage(sender, message);

    /// <inheritdoc />
    public override void SendSystemMessage(ISystemMessage message) => Cell.SendSystemMessage(message);
}
