using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Takes every message and does nothing.</summary>
public class BlackHoleActor : ActorBase
{
    /// <summary>Creates the actor.</summary>
    public BlackHoleActor()
    {
    }

    /// <summary>How to create the actor.</summary>
    public static Props Props => Actor.Props.Create(() => new BlackHoleActor());

    /// <inheritdoc />
    protected override bool Receive(object message) => true;
}
