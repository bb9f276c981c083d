using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>What stands above the root: it stops the system when the root fails, and tells when the root is gone.</summary>
internal sealed class RootGuardianSupervisor(
    RootActorPath root, IActorRefProvider provider, TaskCompletionSource<Status> terminationPromise, ILoggingAdapter log)
    : MinimalActorRef
{
    private volatile Exception? _causeOfTermination;

    public override ActorPath Path { get; } = root / "_Root-guardian-supervisor";

    public override IActorRefProvider Provider => provider;

    public override void Stop() =>
        terminationPromise.TrySetResult(
            _causeOfTermination is { } cause ? new Status.Failure(cause) : Status.Success.Instance);

    protected override void TellInternal(object message, IActorRef? sender) =>
        log.Error("{0} takes no messages, but got {1}", Path, message);

    public override void SendSystemMessage(ISystemMessage message)
    {
        switch (message)
        {
            case Failed failed:
                _causeOfTermination = failed.Cause;
                log.Error(failed.Cause, "The root {0} failed, which ends the actor system.", failed.Child.Path);
                ((IInternalActorRef)failed.Child).Stop();
                break;
            case Supervise:
                break;
            case DeathWatchNotification:
                Stop();
                break;
            default:
                log.Error("{0} doesn't know what to do with {1}", Path, message);
                break;
        }
    }
}
