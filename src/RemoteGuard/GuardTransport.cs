using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Remote.Transport;
using RemoteGuard.Limits;
using RemoteGuard.Rules;
using RemoteGuard.Wire;

namespace RemoteGuard;

/// <summary>
/// Stands between Akka.Remote and a transport. It is not an <see cref="AbstractTransportAdapter"/>, because those put their name
/// before the scheme of every address.
/// </summary>
internal sealed class GuardTransport : Transport
{
    private const string QuarantineAfterSilence = "akka.remote.quarantine-after-silence";

    /// <summary>How often it reads its clock at least. An idle queue is asked as well, or its bytes would count for ever.</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AkkaQuarantineAfterSilence = TimeSpan.FromDays(2);

    private readonly Transport _below;
    private readonly ConfigurationException? _mistake;
    private readonly GuardSettings _settings;
    private readonly Admission<GuardConnection> _admission;
    private readonly RefusalLog _log;
    private readonly ConcurrentDictionary<long, GuardConnection> _connections = new();
    private readonly ICancelable _asking;
    private long _lastId;

    /// <summary>Puts the guard before a transport.</summary>
    public GuardTransport(Transport below, ExtendedActorSystem system, TimeProvider time, Secrets? secrets = null)
    {
        (_below, System, Config, Time) = (below, system, below.Config, time);
        try
        {
            _settings = GuardSettings.Read(system.Settings.Config);
        }
        catch (ConfigurationException mistake)
        {
            // Akka.Remote hears of a failure to listen at once, but would not hear of a failure here.
            (_mistake, _settings) = (mistake, new GuardSettings());
        }

        _log = new RefusalLog(Logging.GetLogger(system, typeof(GuardTransport)), time);
        _admission = new Admission<GuardConnection>(_settings, time);
        Peers = new Peers(
            _settings.RememberedPeers, system.Settings.Config.GetTimeSpan(QuarantineAfterSilence, AkkaQuarantineAfterSilence), TakeBackWatches, time);
        var (senders, named) = (new KnownReferences(_settings.KnownReferences), new KnownReferences(_settings.KnownReferences));
        Outgoing = new OutgoingReferences(senders, named);
        Rules = new FrameRules(_settings.Serializers, _settings.Paths, senders, named);
        Unread = new BacklogLimit(_settings.UnreadOutput.PerPeer, _settings.UnreadOutput.All) { Secrets = secrets ?? Secrets.OfSystem };
        Unprocessed = new BacklogLimit(_settings.UnprocessedInput.PerPeer, _settings.UnprocessedInput.All) { Secrets = secrets ?? Secrets.OfSystem };
        system.SystemActorOf(Props.Create<AnswerActor>(() => new AnswerActor(this)), AnswerActor.Name);
        _asking = system.Scheduler.Advanced.ScheduleRepeatedlyCancelable(SweepEvery, SweepEvery, Sweep);
    }

    /// <summary>The peers.</summary>
    public Peers Peers { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Finds the actors that messages of this node make known.</summary>
    public OutgoingReferences Outgoing { get; }

    /// <summary>What peers may send.</summary>
    public FrameRules Rules { get; }

    /// <summary>The limit of what peers leave unread.</summary>
    public BacklogLimit Unread { get; }

    /// <summary>The limit of what waits for this node's actors.</summary>
    public BacklogLimit Unprocessed { get; }

    /// <summary>This node's address, as its paths begin.</summary>
    public byte[] Root { get; private set; } = [];

    /// <summary>The path of the actor that gets the answers to the guard's own questions.</summary>
    public byte[] AnswersTo { get; private set; } = [];

    /// <inheritdoc />
    public override string SchemeIdentifier
    {
        get => _below.SchemeIdentifier;
        protected set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override long MaximumPayloadBytes
    {
        get => _below.MaximumPayloadBytes;
        protected set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override async Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen()
    {
        if (_mistake is not null)
            throw _mistake;
        var (address, below) = await _below.Listen().ConfigureAwait(false);
        Root = Encoding.ASCII.GetBytes(Handshake.RootOf(address.Protocol, address.System, address.Host, address.Port));
        AnswersTo = [.. Root, .. AnswerActor.Path];
        var above = new TaskCompletionSource<IAssociationEventListener>();
        _ = TellWhoComesAsync(below, above.Task);
        return (address, above);
    }

    /// <inheritdoc />
    public override bool IsResponsibleFor(Address remote) => _below.IsResponsibleFor(remote);

    /// <inheritdoc />
    public override async Task<AssociationHandle> Associate(Address remoteAddress)
    {
        if (!_settings.Connects)
        {
            var root = Handshake.RootOf(SchemeIdentifier, remoteAddress.System, remoteAddress.Host, remoteAddress.Port);
            if (Peers.GiveUp(root) is { } peer)
                CloseAll(peer, "Akka.Remote has lost count of its system messages");
            throw new InvalidAssociationException($"This node opens no connections (akka.remote.guard.connects), so none to {remoteAddress}.");
        }

        var below = await _below.Associate(remoteAddress).ConfigureAwait(false);
        var connection = Add(below, isInbound: false);
        connection.Begin();
        return connection;
    }

    /// <inheritdoc />
    public override Task<bool> Shutdown()
    {
        _asking.Cancel();
        return _below.Shutdown();
    }

    /// <inheritdoc />
    public override Task<bool> ManagementCommand(object message) => _below.ManagementCommand(message);

    /// <summary>The peer of a connection has said who it is.</summary>
    public void Introduce(GuardConnection connection) => _admission.Introduce(connection);

    /// <summary>A connection has ended.</summary>
    public void Remove(GuardConnection connection)
    {
        if (!_connections.TryRemove(connection.Id, out _) || !connection.IsInbound)
            return;
        _admission.Leave(connection);
        GuardMeter.Connect(-1);
    }

    /// <summary>Closes the connections of a peer.</summary>
    public void CloseAll(Peer peer, string why)
    {
        foreach (var connection in _connections.Values.Where(connection => connection.Peer == peer))
            connection.Close(why);
    }

    /// <summary>Logs and counts something that was refused.</summary>
    public void Refuse(string what, Address from, string why) => _log.Add(what, from, why);

    /// <summary>All queues of one kind together are too long.</summary>
    /// <param name="lengthOf">Gives the length of a connection's queue.</param>
    /// <param name="why">Why the connection with the longest one is closed.</param>
    public void CloseLongest(Func<GuardConnection, long> lengthOf, string why) =>
        // The address that holds most is taken: many short queues of one stranger must not end the longest one, of another peer.
        _connections.Values.GroupBy(connection => connection.RemoteAddress.Host).MaxBy(group => group.Sum(lengthOf))?.MaxBy(lengthOf)?.Close(why);

    /// <summary>An actor has reached the question of a connection in its mailbox.</summary>
    public void Processed(long id, long position)
    {
        if (_connections.TryGetValue(id, out var connection))
            connection.Queues.Processed(position);
    }

    private void Sweep()
    {
        _ = Time.GetTimestamp();
        foreach (var connection in _connections.Values)
            connection.Sweep();
    }

    private void TakeBackWatches(Peer peer)
    {
        var watched = peer.Watches.End();
        if (peer.Watches.Watcher is not { } path || watched.Count == 0)
            return;
        var provider = ((ExtendedActorSystem)System).Provider;
        var watcher = (IInternalActorRef)provider.ResolveActorRef(path);
        foreach (var actor in watched.Select(provider.ResolveActorRef).OfType<IInternalActorRef>())
            actor.SendSystemMessage(new Unwatch(actor, watcher));
    }

    /// <summary>A peer has answered whether it reads.</summary>
    /// <param name="answer">Begins with the id of the connection that it is about.</param>
    public void Read(string answer)
    {
        var end = answer.IndexOf(' ', StringComparison.Ordinal);
        if (end > 0 && long.TryParse(answer.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && _connections.TryGetValue(id, out var connection))
            connection.Queues.Read(answer);
    }

    private async Task TellWhoComesAsync(TaskCompletionSource<IAssociationEventListener> below, Task<IAssociationEventListener> above) =>
        below.TrySetResult(new Listener(this, await above.ConfigureAwait(false)));

    private GuardConnection Add(AssociationHandle below, bool isInbound)
    {
        var connection = new GuardConnection(this, below, Interlocked.Increment(ref _lastId), isInbound);
        _connections[connection.Id] = connection;
        return connection;
    }

    private void Come(AssociationHandle below, IAssociationEventListener above)
    {
        var connection = Add(below, isInbound: true);
        GuardConnection? pushedOut = null;
        var why = _settings.Accepts
            ? _admission.Enter(connection, below.RemoteAddress.Host, out pushedOut)
            : "this node takes no connections (akka.remote.guard.accepts)";
        pushedOut?.Close("others wait to say who they are");
        GuardMeter.Connect(1);
        if (why is not null)
        {
            connection.Close(why);
            connection.Begin();
            return;
        }

        above.Notify(new InboundAssociation(connection));
        connection.Begin();
    }

    private sealed class Listener(GuardTransport transport, IAssociationEventListener above) : IAssociationEventListener
    {
        public void Notify(IAssociationEvent ev)
        {
            if (ev is InboundAssociation inbound)
                transport.Come(inbound.Association, above);
            else
                above.Notify(ev);
        }
    }
}
