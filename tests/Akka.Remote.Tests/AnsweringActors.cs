using Akka.Actor;

namespace Akka.Remote.Tests;

/// <summary>Answers whatever it is told by the same.</summary>
public sealed class AnswerActor(object answer) : UntypedActor
{
    protected override void OnReceive(object message) => Sender.Tell(answer);
}

/// <summary>Hands on what it is told, in the name of who told it.</summary>
public sealed class ForwardActor(IActorRef to) : UntypedActor
{
    protected override void OnReceive(object message) => to.Forward(message);
}

/// <summary>Has children that echo.</summary>
public sealed class ParentActor : UntypedActor
{
    public ParentActor(params string[] children)
    {
        foreach (var child in children)
            Context.ActorOf(Props.Create<EchoActor>(), child);
    }

    protected override void OnReceive(object message) => Sender.Tell(message);
}
