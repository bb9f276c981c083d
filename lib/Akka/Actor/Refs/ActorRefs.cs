namespace Akka.Actor;

/// <summary>References that need no actor system.</summary>
public static class ActorRefs
{
    /// <summary>The reference that leads to no actor.</summary>
    public static readonly Nobody Nobody = Nobody.Instance;

    /// <summary>Null: the message has no sender.</summary>
    public static readonly IActorRef NoSender = null!;
}
