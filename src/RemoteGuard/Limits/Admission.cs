using System.Net;

namespace RemoteGuard.Limits;

/// <summary>Limits connections: how many, how often, and how long a peer may wait to say who it is.</summary>
/// <typeparam name="T">The type that stands for a connection.</typeparam>
/// <param name="settings">The limits.</param>
/// <param name="time">The clock.</param>
internal sealed class Admission<T>(GuardSettings settings, TimeProvider time)
    where T : class
{
    /// <summary>Addresses whose last connection has ended are forgotten when there are more than this.</summary>
    private const int MostIdleAddresses = 1024;

    private readonly object _gate = new();
    private readonly Dictionary<string, Address> _addresses = new(StringComparer.Ordinal);
    private readonly LinkedList<(T Connection, Address From)> _halfOpen = new();
    private readonly Dictionary<T, (Address From, LinkedListNode<(T Connection, Address From)> Place)> _connections = new(ReferenceEqualityComparer.Instance);

    /// <summary>How many connections there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _connections.Count;
        }
    }

    /// <summary>Lets a connection in, if there is room.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="host">The IP address that it comes from.</param>
    /// <param name="pushedOut">The connection that must go instead, because it has waited longest without saying who it is; often null.</param>
    /// <returns>Null, or why it is not let in.</returns>
    public string? Enter(T connection, string host, out T? pushedOut)
    {
        pushedOut = null;
        lock (_gate)
        {
            var from = AddressOf(host);
            if (_connections.Count >= settings.Connections)
                return "there are too many connections";
            if (from.Connections >= settings.ConnectionsPerAddress)
                return "there are too many connections from its address";
            if (!from.TakeToken())
                return "its address connects too often";
            from.Connections++;
            from.HalfOpen++;
            _connections[connection] = (from, _halfOpen.AddLast((connection, from)));
            if (from.HalfOpen > settings.HalfOpenPerAddress)
                pushedOut = _halfOpen.First(other => other.From == from).Connection;
            else if (_halfOpen.Count > settings.HalfOpen)
                pushedOut = _halfOpen.First!.Value.Connection;
            return null;
        }
    }

    /// <summary>The peer of a connection has said who it is.</summary>
    public void Introduce(T connection)
    {
        lock (_gate)
        {
            if (_connections.TryGetValue(connection, out var its))
                EndHalfOpen(its);
        }
    }

    /// <summary>A connection has ended.</summary>
    public void Leave(T connection)
    {
        lock (_gate)
        {
            if (!_connections.Remove(connection, out var its))
                return;
            EndHalfOpen(its);
            its.From.Connections--;
            if (_addresses.Count > MostIdleAddresses)
                ForgetIdle();
        }
    }

    private void EndHalfOpen((Address From, LinkedListNode<(T Connection, Address From)> Place) its)
    {
        if (its.Place.List is null)
            return;
        _halfOpen.Remove(its.Place);
        its.From.HalfOpen--;
    }

    private void ForgetIdle()
    {
        foreach (var (key, address) in _addresses.ToList())
        {
            if (address.Connections == 0 && address.IsRested())
                _addresses.Remove(key);
        }
    }

    private Address AddressOf(string host)
    {
        var key = KeyOf(host);
        if (!_addresses.TryGetValue(key, out var address))
            _addresses[key] = address = new Address(time, settings.HandshakesPerSecond);
        return address;
    }

    // A client that has one IPv6 address has the 2^64 around it as well.
    private static string KeyOf(string host)
    {
        const int NetworkBytes = 8;
        if (!IPAddress.TryParse(host, out var ip))
            return host;
        if (ip.IsIPv4MappedToIPv6)
            return ip.MapToIPv4().ToString();
        return ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(ip)
            ? Convert.ToHexString(ip.GetAddressBytes().AsSpan(0, NetworkBytes))
            : ip.ToString();
    }

    /// <summary>An address that others connect from. Tokens come back with time, up to the number of two seconds.</summary>
    private sealed class Address(TimeProvider time, int perSecond)
    {
        private double _tokens = 2.0 * perSecond;
        private long _at = time.GetTimestamp();

        public int Connections { get; set; }

        public int HalfOpen { get; set; }

        public bool TakeToken()
        {
            Refill();
            if (_tokens < 1)
                return false;
            _tokens--;
            return true;
        }

        public bool IsRested()
        {
            Refill();
            return _tokens >= 2.0 * perSecond;
        }

        private void Refill()
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(2.0 * perSecond, _tokens + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond));
            _at = now;
        }
    }
}
