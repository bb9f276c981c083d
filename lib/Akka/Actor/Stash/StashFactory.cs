using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>Makes the stash of an actor.</summary>
public static class StashFactory
{
    /// <summary>Makes the stash of an actor.</summary>
    public static IStash CreateStash(this IActorContext context, IActorStash actorInstance) =>
        CreateStash(context, actorInstance.GetType());

    /// <summary>Makes the stash of an actor of a class.</summary>
    /// <exception cref="NotSupportedException">The actor's mailbox is none that messages can be put back into.</exception>
    public static IStash CreateStash(this IActorContext context, Type actorType)
    {
        var cell = (ActorCell)context;
        var deploy = cell.Props.Deploy;
        var capacity = deploy.StashCapacity != Deploy.NoStashSize
            ? deploy.StashCapacity
            : cell.System.Mailboxes.StashCapacity(cell.Props.Dispatcher, cell.Props.Mailbox);
        return new MailboxStash(cell, typeof(IWithUnboundedStash).IsAssignableFrom(actorType) ? -1 : capacity);
    }
}
