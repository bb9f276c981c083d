using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Stands in for an actor that watches, for those who wait for another one's end without being an actor.</summary>
internal sealed class TerminationWatcher : MinimalActorRef
{
    private readonly TaskCompletionSource<bool> _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TerminationWatcher(IActorRefProvider provider)
    {
        Provider = provider;
        Path = provider.TempPath();
    }

    public override ActorPath Path { get; }

    public override IActorRefProvider Provider { get; }

    /// <summary>Waits for an actor's end.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="limit">Called when the watch is asked for; begins what makes the watcher give up.</param>
    /// <returns>False if the watcher gave up.</returns>
    public static async Task<bool> WatchAsync(IInternalActorRef actor, Func<TerminationWatcher, IDisposable> limit)
    {
        var provider = actor.Provider;
        var watcher = new TerminationWatcher(provider);
        provider.RegisterTempActor(watcher, watcher.Path);
        try
        {
            actor.SendSystemMessage(new Watch(actor, watcher));
            using var giveUp = limit(watcher);
            var stopped = await watcher._stopped.Task.ConfigureAwait(false);
            if (!stopped) actor.SendSystemMessage(new Unwatch(actor, watcher));
            return stopped;
        }
        finally
        {
            provider.UnregisterTempActor(watcher.Path);
        }
    }

    public void GiveUp() => _stopped.TrySetResult(false);

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is DeathWatchNotification) _stopped.TrySetResult(true);
    }

    protected override void TellInternal(object message, IActorRef? sender)
    {
        if (message is Terminated) _stopped.TrySetResult(true);
    }
}
