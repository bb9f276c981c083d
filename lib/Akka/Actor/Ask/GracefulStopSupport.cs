namespace Akka.Actor;

/// <summary>Stops an actor and waits until it has stopped.</summary>
public static class GracefulStopSupport
{
    /// <summary>Stops an actor with a <see cref="PoisonPill"/>.</summary>
    /// <param name="target">The actor.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>True once the actor has stopped; false if it has not in time.</returns>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) =>
        target.GracefulStop(timeout, PoisonPill.Instance);

    /// <summary>Stops an actor with a message of its own.</summary>
    /// <param name="target">The actor.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="stopMessage">The message on which the actor stops.</param>
    /// <returns>True once the actor has stopped; false if it has not in time.</returns>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var actor = (IInternalActorRef)target;
        var scheduler = actor.Provider.Settings.System.Scheduler;
        return TerminationWatcher.WatchAsync(actor, watcher =>
        {
            target.Tell(stopMessage, ActorRefs.NoSender);
            return Deadline.After(timeout, scheduler, watcher.GiveUp);
        });
    }
}
