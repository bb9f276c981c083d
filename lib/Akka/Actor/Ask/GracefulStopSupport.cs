using Akka.Dispatch.SysMsg;

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
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var actor = (IInternalActorRef)target;
        var provider = actor.Provider;
        var path = provider.TempPath();
        var watcher = new Watcher(path, provider);
        provider.RegisterTempActor(watcher, path);
        try
        {
            actor.SendSystemMessage(new Watch(actor, watcher));
            target.Tell(stopMessage, ActorRefs.NoSender);
            using var deadline = Deadline.After(timeout, provider.Settings.System.Scheduler, watcher.GiveUp);
            var stopped = await watcher.Stopped.ConfigureAwait(false);
            if (!stopped) actor.SendSystemMessage(new Unwatch(actor, watcher));
            return stopped;
        }
        finally
        {
            provider.UnregisterTempActor(path);
        }
    }

    /// <summary>Waits for the notification that the watched actor stopped.</summary>
    private sealed class Watcher(ActorPath path, IActorRefProvider provider) : MinimalActorRef
    {
        private readonly TaskCompletionSource<bool> _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<bool> Stopped => _stopped.Task;

        public override ActorPath Path => path;

        public override IActorRefProvider Provider => provider;

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
}
