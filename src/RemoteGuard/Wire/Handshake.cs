using System.Buffers;
using System.Net;
using System.Text;

namespace RemoteGuard.Wire;

/// <summary>Who a peer says it is.</summary>
/// <param name="Root">Its address as the beginning of the paths of its actors: <c>akka.tcp://Name@host:port/</c>.</param>
/// <param name="Uid">The number of this incarnation of its actor system; Akka.Remote takes the lower half of what is sent.</param>
internal sealed record Handshake(string Root, uint Uid)
{
    private const int LongestName = 255;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"u8);
    private static readonly SearchValues<byte> HostBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_."u8);

    /// <summary>Reads it from an ASSOCIATE.</summary>
    /// <param name="bytes">The <see cref="Frame.Handshake"/>.</param>
    /// <param name="scheme">The transport's scheme, such as <c>tcp</c>.</param>
    /// <returns>Null if it names no whole address of that scheme.</returns>
    public static Handshake? TryRead(ReadOnlySpan<byte> bytes, string scheme)
    {
        ReadOnlySpan<byte> origin = default;
        ulong uid = 0;
        var fields = new FieldReader(bytes);
        while (fields.Next())
        {
            if (fields.Is(1, WireType.Bytes))
                origin = fields.Bytes;
            else if (fields.Is(2, WireType.Fixed64))
                uid = fields.Value;
            else if (!fields.Is(3, WireType.Bytes))
                return null;
        }

        return !fields.IsBroken && TryReadAddress(origin, scheme) is { } root ? new Handshake(root, unchecked((uint)uid)) : null;
    }

    /// <summary>An address as the beginning of paths.</summary>
    public static string RootOf(string scheme, string system, string? host, int? port) => $"akka.{scheme}://{system}@{host}:{port}/";

    private static string? TryReadAddress(ReadOnlySpan<byte> address, string scheme)
    {
        ReadOnlySpan<byte> system = default, host = default, protocol = default;
        ulong port = 0;
        var fields = new FieldReader(address);
        while (fields.Next())
        {
            if (fields.Is(1, WireType.Bytes))
                system = fields.Bytes;
            else if (fields.Is(2, WireType.Bytes))
                host = fields.Bytes;
            else if (fields.Is(3, WireType.Varint))
                port = fields.Value;
            else if (fields.Is(4, WireType.Bytes))
                protocol = fields.Bytes;
            else
                return null;
        }

        return !fields.IsBroken && IsMadeOf(system, NameBytes) && IsHost(host) && port is > 0 and <= ushort.MaxValue && Ascii(protocol) == scheme
            ? RootOf(scheme, Ascii(system), Ascii(host), (int)port)
            : null;
    }

    // Akka.NET writes names in lower case, and finds a bracketed IPv6 address anywhere in a name: two spellings would be two peers here and one there.
    private static bool IsHost(ReadOnlySpan<byte> host) => host.StartsWith("["u8)
        ? host.EndsWith("]"u8) && IPAddress.TryParse(Ascii(host[1..^1]), out var ip) && ip.ToString() == Ascii(host[1..^1])
        : IsMadeOf(host, HostBytes);

    private static bool IsMadeOf(ReadOnlySpan<byte> name, SearchValues<byte> bytes) =>
        name.Length is > 0 and <= LongestName && !name.ContainsAnyExcept(bytes);

    private static string Ascii(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes);
}
