using System.Globalization;
using ActorSimulation.Network;
using ActorSimulation.Turns;

namespace ActorSimulation;

/// <summary>
/// The network between the hosts of a world, and what is wrong with it. Connections are as with TCP: bytes arrive in order, or the
/// connection breaks. What can be wrong with a way can be set as soon as there are nodes on both hosts.
/// </summary>
public sealed class SimulatedNetwork
{
    // As Linux does, the first packet of a connection is sent again after 1, 3, 7, ... seconds.
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);

    private readonly Chance _chance;
    private readonly Dictionary<string, IListener> _listeners = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hosts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _off = new(StringComparer.Ordinal);
    private readonly HashSet<(string From, string To)> _blocked = [];
    private readonly HashSet<(string From, string To)> _refused = [];
    private readonly Dictionary<(string From, string To), int> _slow = [];

    // Each connection by its near end, in the order of connecting.
    private readonly List<ConnectionEnd> _connections = [];

    internal SimulatedNetwork(Schedule schedule, Chance chance) => (Schedule, _chance) = (schedule, chance);

    /// <summary>The shortest time that a packet takes; 0.2 ms unless set.</summary>
    public TimeSpan LeastLatency { get; set; } = TimeSpan.FromMilliseconds(0.2);

    /// <summary>The longest time that a packet usually takes; 1 ms unless set.</summary>
    public TimeSpan MostLatency { get; set; } = TimeSpan.FromMilliseconds(1);

    /// <summary>What one packet in a hundred takes in addition; 20 ms unless set.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(20);

    internal Schedule Schedule { get; }

    /// <summary>Nothing gets from one host to another until <see cref="Heal"/>. What is sent meanwhile arrives afterwards, if the connection is still there.</summary>
    /// <exception cref="ArgumentException">There is no node on one of the hosts.</exception>
    public void Block(string from, string to) => _blocked.Add(Way(from, to));

    /// <summary>Connections that one host begins to another are refused at once until <see cref="Heal"/>.</summary>
    /// <exception cref="ArgumentException">There is no node on one of the hosts.</exception>
    public void Refuse(string from, string to) => _refused.Add(Way(from, to));

    /// <summary>What one host sends to another takes longer until <see cref="Heal"/>.</summary>
    /// <param name="from">The host that sends.</param>
    /// <param name="to">The host that receives.</param>
    /// <param name="factor">How many times as long; 1 or more.</param>
    /// <exception cref="ArgumentException">There is no node on one of the hosts, or the factor is less than 1.</exception>
    public void Slow(string from, string to, int factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        _slow[Way(from, to)] = factor;
    }

    /// <summary>Breaks all connections between two hosts, as a machine between them does that resets them: what is on its way is lost.</summary>
    /// <exception cref="ArgumentException">There is no node on one of the hosts.</exception>
    public void Cut(string host, string other)
    {
        _ = Way(host, other);
        foreach (var end in _connections.Where(end => IsBetween(end, host, other)).ToList())
            end.Reset();
    }

    /// <summary>Nothing is wrong any more with the way from one host to another.</summary>
    /// <exception cref="ArgumentException">There is no node on one of the hosts.</exception>
    public void Heal(string from, string to)
    {
        var way = Way(from, to);
        _refused.Remove(way);
        _slow.Remove(way);
        if (!_blocked.Remove(way))
            return;
        foreach (var end in _connections.Where(end => IsBetween(end, from, to)).ToList())
            end.GoOn();
    }

    /// <summary>Nothing is wrong any more with any way.</summary>
    public void HealAll()
    {
        var all = _blocked.Concat(_refused).Concat(_slow.Keys).Distinct().OrderBy(way => way.From, StringComparer.Ordinal).ThenBy(way => way.To, StringComparer.Ordinal);
        foreach (var (from, to) in all.ToList())
            Heal(from, to);
    }

    internal void AddHost(string host) => _hosts.Add(host);

    internal bool IsBlocked(string from, string to) => _blocked.Contains((from, to));

    internal bool IsOff(string host) => _off.Contains(host);

    internal TimeSpan DrawLatency(string from, string to)
    {
        var latency = _chance.Between(LeastLatency, MostLatency) + (_chance.OneIn(100) ? Delay : TimeSpan.Zero);
        return latency * _slow.GetValueOrDefault((from, to), 1);
    }

    internal bool IsTaken(string host, int port) => _listeners.GetValueOrDefault(KeyOf(host, port)) is { Owner.IsUp: true };

    /// <summary>A process begins to take connections.</summary>
    internal void Listen(string host, int port, IListener listener)
    {
        _off.Remove(host);
        _listeners[KeyOf(host, port)] = listener;
    }

    /// <summary>A process takes no more connections.</summary>
    internal void Unlisten(string host, int port, IListener listener)
    {
        if (_listeners.GetValueOrDefault(KeyOf(host, port)) == listener)
            _listeners.Remove(KeyOf(host, port));
    }

    /// <summary>Opens a connection.</summary>
    /// <param name="near">Who opens it.</param>
    /// <param name="to">The host and port.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="onDone">Told the near end; null, and why, if there is none.</param>
    internal void Connect((string Host, ITurnOwner Owner) near, (string Host, int Port) to, TimeSpan limit, Action<ConnectionEnd?, string> onDone)
    {
        var attempt = new Attempt(near, to, onDone);
        Schedule.Add(limit, near.Owner, () => attempt.End(null, "no answer"));
        Schedule.Add(DrawLatency(near.Host, to.Host), null, () => Knock(attempt, FirstRetry));
    }

    /// <summary>A process has ended, and its machine closes its connections.</summary>
    internal void CloseAll(ITurnOwner owner)
    {
        foreach (var end in EndsOf(owner))
            end.Close();
    }

    /// <summary>A process was killed, and its machine resets its connections.</summary>
    internal void ResetAll(ITurnOwner owner)
    {
        foreach (var end in EndsOf(owner))
        {
            end.Die();
            end.Peer.HearReset();
        }
    }

    /// <summary>A machine is off with all that ran on it: nobody answers for it until a node runs there again.</summary>
    internal void TurnOff(string host, ITurnOwner owner)
    {
        _off.Add(host);
        foreach (var end in EndsOf(owner))
            end.Die();
    }

    internal void Forget(ConnectionEnd end) => _connections.RemoveAll(near => near == end || near.Peer == end);

    private void Knock(Attempt attempt, TimeSpan retry)
    {
        var (near, to) = (attempt.Near, attempt.To);
        if (attempt.IsOver || !near.Owner.IsUp)
            return;
        if (IsBlocked(near.Host, to.Host) || IsBlocked(to.Host, near.Host) || IsOff(to.Host))
        {
            Schedule.Add(retry, null, () => Knock(attempt, retry * 2));
            return;
        }

        var listener = _listeners.GetValueOrDefault(KeyOf(to.Host, to.Port));
        if (_refused.Contains((near.Host, to.Host)) || listener is not { Owner.IsUp: true })
        {
            Schedule.Add(DrawLatency(to.Host, near.Host), near.Owner, () => attempt.End(null, "connection refused"));
            return;
        }

        var (end, far) = ConnectionEnd.Pair(this, near, (to.Host, listener.Owner));
        _connections.Add(end);
        Schedule.Add(TimeSpan.Zero, listener.Owner, () => listener.Accept(far));
        Schedule.Add(DrawLatency(to.Host, near.Host), near.Owner, () => attempt.End(end, ""));
    }

    // A way to a host that is misspelled would be wrong for nobody, and a test of it would pass.
    private (string From, string To) Way(string from, string to) => !_hosts.Contains(from) ? throw new ArgumentException($"There is no node {from}.", nameof(from))
        : !_hosts.Contains(to) ? throw new ArgumentException($"There is no node {to}.", nameof(to))
        : (from, to);

    private List<ConnectionEnd> EndsOf(ITurnOwner owner) =>
        [.. _connections.SelectMany(end => new[] { end, end.Peer }).Where(end => end.Owner == owner)];

    private static bool IsBetween(ConnectionEnd end, string host, string other) =>
        (end.Host == host && end.Peer.Host == other) || (end.Host == other && end.Peer.Host == host);

    private static string KeyOf(string host, int port) => string.Create(CultureInfo.InvariantCulture, $"{host}:{port}");

    private sealed class Attempt((string Host, ITurnOwner Owner) near, (string Host, int Port) to, Action<ConnectionEnd?, string> onDone)
    {
        public (string Host, ITurnOwner Owner) Near => near;

        public (string Host, int Port) To => to;

        public bool IsOver { get; private set; }

        // Too late, nobody wants the connection any more.
        public void End(ConnectionEnd? end, string why)
        {
            if (IsOver)
                end?.Close();
            else
                onDone(end, why);
            IsOver = true;
        }
    }
}
