using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Akka.Actor;

/// <summary>
/// Where an actor system is found: <c>protocol://system</c> inside one process,
/// <c>protocol://system@host:port</c> when it can be reached from outside.
/// </summary>
public sealed class Address : IEquatable<Address>, IComparable<Address>, IComparable, ICloneable
{
    /// <summary>Stands for every actor system, in messages that concern them all.</summary>
    public static readonly Address AllSystems = new("akka", "all-systems");

    private string? _text;

    /// <summary>Makes an address; without a host it is local to its process.</summary>
    /// <param name="protocol">The transport's name, for example <c>akka.tcp</c>.</param>
    /// <param name="system">The actor system's name.</param>
    /// <param name="host">A host name or an IP address; an IPv6 address stands in brackets.</param>
    /// <param name="port">The port.</param>
    public Address(string protocol, string system, string? host = null, int? port = null)
    {
        Protocol = protocol;
        System = system;
        Host = host?.ToLowerInvariant();
        Port = port;
    }

    /// <summary>Orders addresses by their printed form.</summary>
    public static readonly IComparer<Address> Comparer = Comparer<Address>.Create(static (a, b) => a.CompareTo(b));

    /// <summary>The transport's name, for example <c>akka.tcp</c>.</summary>
    public string Protocol { get; }

    /// <summary>The actor system's name.</summary>
    public string System { get; }

    /// <summary>The host, or null for an address inside the process.</summary>
    public string? Host { get; }

    /// <summary>The port, or null for an address inside the process.</summary>
    public int? Port { get; }

    /// <summary>Whether the address means something inside its own process only.</summary>
    public bool HasLocalScope => string.IsNullOrEmpty(Host);

    /// <summary>Whether the address can be reached from another process.</summary>
    public bool HasGlobalScope => !string.IsNullOrEmpty(Host);

    /// <summary>A copy with another protocol.</summary>
    public Address WithProtocol(string protocol) => new(protocol, System, Host, Port);

    /// <summary>A copy with another system name.</summary>
    public Address WithSystem(string system) => new(Protocol, system, Host, Port);

    /// <summary>A copy with another host.</summary>
    public Address WithHost(string? host = null) => new(Protocol, System, host, Port);

    /// <summary>A copy with another port.</summary>
    public Address WithPort(int? port = null) => new(Protocol, System, Host, port);

    /// <summary>The part after the protocol: <c>system@host:port</c>.</summary>
    public string HostPort() => ToString()[(Protocol.Length + 3)..];

    /// <summary>Reads an address, ignoring a path that follows it.</summary>
    /// <exception cref="UriFormatException">The text is no address.</exception>
    public static Address Parse(string address) =>
        TryParse(address, out var parsed)
            ? parsed
            : throw new UriFormatException($"'{address}' is no address; expected protocol://system or protocol://system@host:port");

    /// <summary>Reads an address, ignoring a path that follows it.</summary>
    public static bool TryParse(string path, [NotNullWhen(true)] out Address? address) =>
        TryParse(path.AsSpan(), out address, out _);

    /// <summary>Reads an address and hands back the path that follows it, which starts with a slash.</summary>
    public static bool TryParse(
        string path, [NotNullWhen(true)] out Address? address, out string absolutUri)
    {
        var parsed = TryParse(path.AsSpan(), out address, out var rest);
        absolutUri = rest.ToString();
        return parsed;
    }

    /// <summary>Reads an address, ignoring a path that follows it.</summary>
    public static bool TryParse(
        ReadOnlySpan<char> span, [NotNullWhen(true)] out Address? address) =>
        TryParse(span, out address, out _);

    /// <summary>Reads an address and hands back the path that follows it, which starts with a slash.</summary>
    public static bool TryParse(
        ReadOnlySpan<char> span,
        [NotNullWhen(true)] out Address? address,
        out ReadOnlySpan<char> absolutUri)
    {
        address = null;
        absolutUri = default;
        var schemeEnd = span.IndexOf("://", StringComparison.Ordinal);
        if (schemeEnd <= 0 || span[..schemeEnd].ContainsAny('/', '@'))
            return false;

        var authority = span[(schemeEnd + 3)..];
        var slash = authority.IndexOf('/');
        var path = slash < 0 ? "/" : authority[slash..];
        if (slash >= 0)
            authority = authority[..slash];

        if (!TryParseAuthority(span[..schemeEnd].ToString(), authority, out address))
            return false;
        absolutUri = path;
        return true;
    }

    // authority = system [ "@" host ":" port ], host = name | "[" ipv6 "]"
    private static bool TryParseAuthority(
        string protocol,
        ReadOnlySpan<char> authority,
        [NotNullWhen(true)] out Address? address)
    {
        address = null;
        var at = authority.IndexOf('@');
        if (at < 0)
        {
            if (authority.IsEmpty || authority.Contains(':'))
                return false;
            address = new Address(protocol, authority.ToString());
            return true;
        }

        var system = authority[..at];
        var hostPort = authority[(at + 1)..];
        var colon = hostPort.LastIndexOf(':');
        if (system.IsEmpty || colon <= 0)
            return false;

        var host = hostPort[..colon];
        var bracketed = host[0] == '[' && host[^1] == ']';
        if (!bracketed && host.ContainsAny(':', '[', ']'))
            return false;
        if (!int.TryParse(hostPort[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65535)
            return false;

        address = new Address(protocol, system.ToString(), host.ToString(), port);
        return true;
    }

    /// <inheritdoc />
    public bool Equals(Address? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Port == other.Port
            && string.Equals(Host, other.Host, StringComparison.OrdinalIgnoreCase)
            && string.Equals(System, other.System, StringComparison.Ordinal)
            && string.Equals(Protocol, other.Protocol, StringComparison.Ordinal));

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Address other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Protocol, System, Host is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Host), Port);

    /// <inheritdoc />
    public int CompareTo(Address? other) => other is null ? 1 : string.CompareOrdinal(ToString(), other.ToString());

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Address other => CompareTo(other),
        _ => throw new ArgumentException($"An Address can't be compared with {obj.GetType()}", nameof(obj)),
    };

    /// <inheritdoc />
    public object Clone() => new Address(Protocol, System, Host, Port);

    /// <inheritdoc />
    public override string ToString() => _text ??= Host is null
        ? $"{Protocol}://{System}"
        : Port is { } port
            ? string.Create(CultureInfo.InvariantCulture, $"{Protocol}://{System}@{Host}:{port}")
            : $"{Protocol}://{System}@{Host}";

    /// <summary>Whether both are the same address, or both null.</summary>
    public static bool operator ==(Address? left, Address? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two are different addresses.</summary>
    public static bool operator !=(Address? left, Address? right) => !(left == right);
}
