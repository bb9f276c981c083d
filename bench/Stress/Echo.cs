using Akka.Actor;

namespace Stress;

/// <summary>Answers what it is told by the same.</summary>
internal sealed class Echo : UntypedActor
{
    protected override void OnReceive(object message) => Sender.Tell(message);
}
