using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Sends each message back to its sender.</summary>
public class SimpleEchoActor : ReceiveActor
{
    /// <summary>Creates the actor.</summary>
    public SimpleEchoActor() => ReceiveAny(message => Sender.Tell(message, Sender));

    /// <summary>How to create the actor.</summary>
    /// <returns>Its props.</returns>
    public static Props Props() => Actor.Props.Create(() => new SimpleEchoActor());
}
