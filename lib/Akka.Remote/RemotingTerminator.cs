using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Remote;

/// <summary>
/// Holds the end of the system guardian back until remoting is shut down: by then /user has stopped, so whatever its actors had
/// to say in the end is queued.
/// </summary>
internal sealed class RemotingTerminator : UntypedActor
{
    private readonly RemoteTransport _transport;
    private readonly IActorRef _systemGuardian;

    public RemotingTerminator(RemoteTransport transport, IActorRef systemGuardian)
    {
        _transport = transport;
        _systemGuardian = systemGuardian;
    }

    internal static Props Create(RemoteTransport transport, IActorRef systemGuardian) =>
        Props.Create(() => new RemotingTerminator(transport, systemGuardian));

    protected override void PreStart() => _systemGuardian.Tell(RegisterTerminationHook.Instance, Self);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case TerminationHook:
                _transport.Shutdown().PipeTo(Self, success: () => ShutDown.Instance, failure: _ => ShutDown.Instance);
                break;
            case ShutDown:
                _systemGuardian.Tell(TerminationHookDone.Instance, Self);
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private sealed class ShutDown : INoSerializationVerificationNeeded
    {
        internal static readonly ShutDown Instance = new();
    }
}
