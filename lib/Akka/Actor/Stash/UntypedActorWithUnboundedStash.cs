namespace Akka.Actor;

/// <summary>An untyped actor with a stash and a mailbox without limits.</summary>
public abstract class UntypedActorWithUnboundedStash : UntypedActor, IWithUnboundedStash
{
    /// <summary>The actor's stash.</summary>
    public IStash Stash { get; set; } = null!;
}
