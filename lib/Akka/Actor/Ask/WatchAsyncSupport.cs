namespace Akka.Actor;

/// <summary>Waits for an actor's end from outside of actors.</summary>
public static class WatchAsyncSupport
{
    /// <summary>Waits until an actor has stopped.</summary>
    /// <param name="target">The actor.</param>
    /// <param name="token">Ends the wait.</param>
    /// <returns>True when it has stopped, false when the wait was ended before.</returns>
    /// <exception cref="InvalidOperationException">The reference is of a kind that can't be watched.</exception>
    public static async Task<bool> WatchAsync(this IActorRef target, CancellationToken token = default)
    {
        var actor = target as IInternalActorRef
            ?? throw new InvalidOperationException($"{target} is a {target.GetType()}, which can't be watched");
        return await TerminationWatcher.WatchAsync(actor, watcher => token.Register(watcher.GiveUp)).ConfigureAwait(false);
    }
}
