using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Forwards each message: the target sees the original sender.</summary>
public class ForwardActor : ReceiveActor
{
    /// <summary>Creates the actor.</summary>
    /// <param name="target">Who gets the messages.</param>
    public ForwardActor(IActorRef target) => ReceiveAny(target.Forward);

    /// <summary>How to create the actor.</summary>
    /// <param name="target">Who gets the messages.</param>
    /// <returns>Its props.</returns>
    public static Props Props(IActorRef target) => Actor.Props.Create(() => new ForwardActor(target));
}
