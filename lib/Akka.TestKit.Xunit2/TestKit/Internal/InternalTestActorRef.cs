using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.TestKit.Internal;

/// <summary>The local reference behind a <see cref="TestActorRef{TActor}"/>.</summary>
internal sealed class InternalTestActorRef : LocalActorRef
{
    private static int _number;

    private InternalTestActorRef(
        ActorSystemImpl system, Props props, MessageDispatcher dispatcher, MailboxType mailbox, IInternalActorRef supervisor, ActorPath path)
        : base(system, props, dispatcher, mailbox, supervisor, path)
    {
    }

    /// <summary>The instance that is in the cell now; a restart replaces it.</summary>
    /// <exception cref="IllegalActorStateException">The actor has been stopped, or its creation failed.</exception>
    public ActorBase UnderlyingActor
    {
        get
        {
            var started = Waiting.Until(
                () => Task.FromResult(Cell.Actor is not null || IsTerminated),
                TestKitExtension.For(System).DefaultTimeout,
                null,
                blocking: true,
                CancellationToken.None);
            return started.GetAwaiter().GetResult() && Cell.Actor is { } actor
                ? actor
                : throw new IllegalActorStateException($"There is no underlying actor at {Path}: it was stopped, or its creation failed.");
        }
    }

    public static InternalTestActorRef Create(ActorSystem system, Props props, IActorRef? supervisor, string? name)
    {
        var impl = (ActorSystemImpl)system;
        var parent = (IInternalActorRef?)supervisor ?? impl.Guardian;
        var child = name ?? $"$testActorRef-{Interlocked.Increment(ref _number)}";
        var unsaid = string.Equals(props.Deploy.Dispatcher, Deploy.NoDispatcherGiven, StringComparison.Ordinal);
        var onCallingThread = unsaid && system.Dispatchers.HasDispatcher(CallingThreadDispatcher.Id)
            ? props.WithDispatcher(CallingThreadDispatcher.Id)
            : props;
        var dispatcher = system.Dispatchers.Lookup(onCallingThread.Dispatcher);
        var mailbox = system.Mailboxes.GetMailboxType(onCallingThread, dispatcher.Configurator.Config);
        var path = new ChildActorPath(parent.Path, child, ActorSystemImpl.NewUid());

        var parentCell = ((LocalActorRef)parent).Cell;
        parentCell.ReserveChild(child);
        InternalTestActorRef actor;
        try
        {
            actor = new InternalTestActorRef(impl, onCallingThread, dispatcher, mailbox, parent, path);
        }
        catch
        {
            parentCell.UnreserveChild(child);
            throw;
        }

        parentCell.InitChild(actor);
        actor.Start();
        return actor;
    }

    public void Receive(object message, IActorRef? sender) => ((TestActorCell)Cell).Receive(message, sender);

    /// <inheritdoc />
    protected override ActorCell NewActorCell(
        ActorSystemImpl system, IInternalActorRef self, Props props, MessageDispatcher dispatcher, IInternalActorRef supervisor) =>
        new TestActorCell(system, self, props, dispatcher, supervisor);
}
