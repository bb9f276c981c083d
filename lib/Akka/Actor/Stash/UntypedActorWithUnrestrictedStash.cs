namespace Akka.Actor;

/// <summary>An untyped actor with a stash, whose mailbox is configured.</summary>
public abstract class UntypedActorWithUnrestrictedStash : UntypedActor, IWithUnrestrictedStash
{
    /// <summary>The actor's stash.</summary>
    public IStash Stash { get; set; } = null!;
}
