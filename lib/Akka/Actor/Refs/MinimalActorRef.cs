using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>A reference without an actor behind it; life cycle calls and messages do nothing unless overridden.</summary>
public abstract class MinimalActorRef : InternalActorRefBase, ILocalRef
{
    /// <inheritdoc />
    public override IInternalActorRef Parent => ActorRefs.Nobody;

    /// <inheritdoc />
    public override bool IsLocal => true;

    /// <inheritdoc />
    public override bool IsTerminated => false;

    /// <inheritdoc />
    public override IActorRef GetChild(IReadOnlyList<string> name) =>
        name.All(static element => element.Length == 0) ? this : ActorRefs.Nobody;

    /// <inheritdoc />
    public override void Start()
    {
    }

    /// <inheritdoc />
    public override void Suspend()
    {
    }

    /// <inheritdoc />
    public override void Resume(Exception? causedByFailure = null)
    {
    }

    /// <inheritdoc />
    public override void Stop()
    {
    }

    /// <inheritdoc />
    public override void Restart(Exception cause)
    {
    }

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef sender)
    {
    }

    /// <inheritdoc />
    public override void SendSystemMessage(ISystemMessage message)
    {
    }
}
