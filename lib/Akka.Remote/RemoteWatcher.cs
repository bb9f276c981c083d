using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Remote;

/// <summary>
/// Watches remote actors on behalf of local ones, and so learns whether their nodes live.
/// <code>
/// WatchRemote(watchee, watcher)    watch the watchee ourselves; ask its node for heartbeats
/// UnwatchRemote(watchee, watcher)  the last watcher gone: unwatch; the last watchee of a node gone: forget the node
/// HeartbeatTick                    Heartbeat to every watched node
/// Heartbeat                        answered by HeartbeatRsp(our uid): somebody watches one of ours
/// HeartbeatRsp(uid)                a sign of life; another uid than before: a new incarnation, watch its actors again
/// ReapUnreachableTick              a node silent too long: quarantine it; its watchees are reported dead to their watchers
/// Terminated(watchee)              passed on to the watchers
/// </code>
/// </summary>
internal sealed class RemoteWatcher : UntypedActor
{
    private readonly Dictionary<IInternalActorRef, HashSet<IInternalActorRef>> _watchersByWatchee = [];
    private readonly Dictionary<Address, HashSet<IInternalActorRef>> _watcheesByNode = [];
    private readonly Dictionary<Address, int> _uids = [];
    private readonly IFailureDetectorRegistry<Address> _failureDetector;
    private readonly TimeSpan _expectedResponseAfter;
    private readonly IRemoteActorRefProvider _provider;
    private readonly ICancelable _heartbeats;
    private readonly ICancelable _reaper;
    private readonly HeartbeatRsp _ownRsp;
    private readonly ILoggingAdapter _log;

    public RemoteWatcher(IFailureDetectorRegistry<Address> failureDetector, RemoteSettings settings)
    {
        _failureDetector = failureDetector;
        _expectedResponseAfter = settings.WatchHeartbeatExpectedResponseAfter;
        _provider = (IRemoteActorRefProvider)((ExtendedActorSystem)Context.System).Provider;
        _ownRsp = new HeartbeatRsp(AddressUidExtension.Uid(Context.System));
        _log = Logging.GetLogger(Context.System, typeof(RemoteWatcher));
        var scheduler = Context.System.Scheduler;
        _heartbeats = scheduler.ScheduleTellRepeatedlyCancelable(
            settings.WatchHeartBeatInterval, settings.WatchHeartBeatInterval, Self, HeartbeatTick.Instance, Self);
        _reaper = scheduler.ScheduleTellRepeatedlyCancelable(
            settings.WatchUnreachableReaperInterval, settings.WatchUnreachableReaperInterval, Self, ReapUnreachableTick.Instance, Self);
    }

    /// <summary>A watcher by these settings.</summary>
    internal static Props Create(IFailureDetectorRegistry<Address> failureDetector, RemoteSettings settings) =>
        Props.Create(() => new RemoteWatcher(failureDetector, settings));

    protected override void PostStop()
    {
        _heartbeats.Cancel();
        _reaper.Cancel();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case HeartbeatTick:
                foreach (var node in _watcheesByNode.Keys)
                    SendHeartbeat(node);
                break;
            case Heartbeat:
                Sender.Tell(_ownRsp);
                break;
            case HeartbeatRsp answer:
                TakeAnswer(Sender.Path.Address, answer.AddressUid);
                break;
            case ExpectedFirstHeartbeat expected:
                if (_watcheesByNode.ContainsKey(expected.From) && !_failureDetector.IsMonitoring(expected.From))
                    _failureDetector.Heartbeat(expected.From);
                break;
            case ReapUnreachableTick:
                foreach (var node in _watcheesByNode.Keys.Where(node => !_failureDetector.IsAvailable(node)).ToList())
                    GiveUp(node);
                break;
            case WatchRemote watch:
                AddWatch(watch.Watchee, watch.Watcher);
                break;
            case UnwatchRemote unwatch:
                RemoveWatch(unwatch.Watchee, unwatch.Watcher);
                break;
            case Terminated terminated:
                PassOn((IInternalActorRef)terminated.ActorRef, terminated.ExistenceConfirmed, terminated.AddressTerminated);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void AddWatch(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        if (!_watchersByWatchee.TryGetValue(watchee, out var watchers))
        {
            _watchersByWatchee[watchee] = watchers = [];
            AddNode(watchee);
            Context.Watch(watchee);
        }

        watchers.Add(watcher);
    }

    private void AddNode(IInternalActorRef watchee)
    {
        var node = watchee.Path.Address;
        if (!_watcheesByNode.TryGetValue(node, out var watchees))
        {
            _watcheesByNode[node] = watchees = [];
            SendHeartbeat(node);
        }

        watchees.Add(watchee);
    }

    private void RemoveWatch(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        if (!_watchersByWatchee.TryGetValue(watchee, out var watchers) || !watchers.Remove(watcher) || watchers.Count > 0)
            return;
        Context.Unwatch(watchee);
        Forget(watchee);
    }

    /// <summary>The watchee is gone; every watcher is told as if it had watched itself.</summary>
    private void PassOn(IInternalActorRef watchee, bool existenceConfirmed, bool addressTerminated)
    {
        if (!_watchersByWatchee.TryGetValue(watchee, out var watchers))
            return;
        Forget(watchee);
        foreach (var watcher in watchers)
            watcher.SendSystemMessage(new DeathWatchNotification(watchee, existenceConfirmed, addressTerminated));
    }

    private void Forget(IInternalActorRef watchee)
    {
        _watchersByWatchee.Remove(watchee);
        var node = watchee.Path.Address;
        if (!_watcheesByNode.TryGetValue(node, out var watchees) || !watchees.Remove(watchee) || watchees.Count > 0)
            return;
        _watcheesByNode.Remove(node);
        _uids.Remove(node);
        _failureDetector.Remove(node);
    }

    private void SendHeartbeat(Address node)
    {
        Context.ActorSelection(new RootActorPath(node) / Self.Path.Elements).Tell(Heartbeat.Instance, Self);
        if (!_failureDetector.IsMonitoring(node))
        {
            // The first answer is counted as come even if it doesn't, so that a node that never answers is given up too.
            Context.System.Scheduler.ScheduleTellOnce(_expectedResponseAfter, Self, new ExpectedFirstHeartbeat(node), Self);
        }
    }

    private void TakeAnswer(Address node, int uid)
    {
        if (!_watcheesByNode.TryGetValue(node, out var watchees))
            return;
        if (!_uids.TryGetValue(node, out var known) || known != uid)
        {
            // A new incarnation knows nothing of our watches; those it never had come back as terminated. The first answer of all
            // may come from an incarnation that started after the watch was sent, so it counts as new too.
            _uids[node] = uid;
            foreach (var watchee in watchees)
                watchee.SendSystemMessage(new Watch(watchee, (IInternalActorRef)Self));
        }

        _failureDetector.Heartbeat(node);
    }

    private void GiveUp(Address node)
    {
        _log.Warning("Detected unreachable: [{0}]", node);
        var watchees = _watcheesByNode[node].ToList();
        foreach (var watchee in watchees)
            Context.Unwatch(watchee);
        _provider.Quarantine(node, _uids.TryGetValue(node, out var uid) ? uid : null);
        foreach (var watchee in watchees)
            PassOn(watchee, existenceConfirmed: true, addressTerminated: true);

        // Actors of ours that somebody over there watched forget their watchers.
        Context.System.EventStream.Publish(new AddressTerminated(node));
    }

    /// <summary>Asks another node's watcher for a sign of life.</summary>
    internal sealed class Heartbeat
    {
        private Heartbeat()
        {
        }

        internal static Heartbeat Instance { get; } = new();
    }

    /// <summary>The answer to <see cref="Heartbeat"/>, with the incarnation that gives it.</summary>
    internal sealed record HeartbeatRsp(int AddressUid);

    /// <summary>Watch <paramref name="Watchee"/> on behalf of <paramref name="Watcher"/>.</summary>
    internal sealed record WatchRemote(IInternalActorRef Watchee, IInternalActorRef Watcher) : INoSerializationVerificationNeeded;

    /// <summary>No longer.</summary>
    internal sealed record UnwatchRemote(IInternalActorRef Watchee, IInternalActorRef Watcher) : INoSerializationVerificationNeeded;

    private sealed record ExpectedFirstHeartbeat(Address From) : INoSerializationVerificationNeeded, IDeadLetterSuppression;

    private sealed class HeartbeatTick : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        internal static readonly HeartbeatTick Instance = new();
    }

    private sealed class ReapUnreachableTick : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        internal static readonly ReapUnreachableTick Instance = new();
    }
}
