using Akka.Actor;

namespace Akka.Remote.Tests;

/// <summary>Answers what it is told; "stop" stops it, "fail" is answered by a failure.</summary>
public sealed class EchoActor : UntypedActor
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case "stop":
                Context.Stop(Self);
                break;
            case "fail":
                Sender.Tell(new Status.Failure(new InvalidOperationException("no such thing")));
                break;
            default:
                Sender.Tell(message);
                break;
        }
    }
}
