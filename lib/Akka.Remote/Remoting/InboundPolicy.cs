using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Remote;

/// <summary>
/// What peers may do to the actors here. In any mode, nobody outside ends, suspends or restarts the guardians and what is below
/// /system, and a peer speaks for itself only: of system messages it sends those of its own remote watcher, and what it says of
/// actors concerns its own. In untrusted mode it watches actors and talks to them, and no more.
/// </summary>
internal sealed class InboundPolicy(IRemoteActorRefProvider provider, RemoteSettings settings)
{
    /// <summary>Whether <paramref name="from"/> may send this to <paramref name="recipient"/>.</summary>
    internal bool Admits(object message, IInternalActorRef recipient, IActorRef sender, Address from) => message switch
    {
        ISystemMessage system => ConcernsPeer(system, recipient, from),
        ActorSelectionMessage selection => AdmitsWay(selection, recipient) && AdmitsSign(selection.Message, sender, from),
        IPossiblyHarmful or Kill => !settings.UntrustedMode && !IsOurs(recipient),
        _ => AdmitsSign(message, sender, from),
    };

    /// <summary>A selection's path as it stands in <c>trusted-selection-paths</c>.</summary>
    internal static string PathOf(ActorSelectionMessage selection) => "/" + string.Join<SelectionPathElement>('/', selection.Elements);

    /// <summary>It is nodes that watch, by their remote watchers; the watchers of one node know each other, and no one else's.</summary>
    private bool ConcernsPeer(ISystemMessage message, IInternalActorRef recipient, Address from) => message switch
    {
        Watch watch => IsRemoteWatcherOf(from, watch.Watcher) && watch.Watchee.Path.Equals(recipient.Path),
        Unwatch unwatch => IsRemoteWatcherOf(from, unwatch.Watcher) && unwatch.Watchee.Path.Equals(recipient.Path),
        DeathWatchNotification gone => gone.Actor.Path.Address == from && recipient.Path.Equals(provider.RemoteWatcher.Path),
        _ => false,
    };

    private bool IsRemoteWatcherOf(Address node, IActorRef watcher) =>
        watcher.Path.Address == node && watcher.Path.Elements.SequenceEqual(provider.RemoteWatcher.Path.Elements);

    /// <summary>A sign of life is the sender's own, or one node could keep another one's death from being noticed.</summary>
    private static bool AdmitsSign(object message, IActorRef sender, Address from) =>
        message is not (RemoteWatcher.Heartbeat or RemoteWatcher.HeartbeatRsp) || sender.Path.Address == from;

    private bool AdmitsWay(ActorSelectionMessage selection, IInternalActorRef recipient)
    {
        var harmful = selection.Message is IPossiblyHarmful or Kill or ISystemMessage;
        var fromRoot = recipient.Equals(provider.RootGuardian);
        if (settings.UntrustedMode)
            return !harmful && fromRoot && settings.TrustedSelectionPaths.Contains(PathOf(selection));

        // PoisonPill through a selection: only by names, and judged by who is there, not by what he is called (user#0 is /user).
        return !harmful
            || (selection.Message is PoisonPill or Kill
                && fromRoot
                && selection.Elements.All(element => element is SelectChildName)
                && !IsOurs(provider.RootGuardian.GetChild([.. selection.Elements.Select(element => ((SelectChildName)element).Name)])));
    }

    /// <summary>The root, the guardians, and all below /system: stopping them is this system's own business.</summary>
    private static bool IsOurs(IActorRef actor)
    {
        var elements = actor.Path.Elements;
        return !actor.IsNobody() && (elements.Count == 0 || elements[0] == "system" || (elements.Count == 1 && elements[0] == "user"));
    }
}
