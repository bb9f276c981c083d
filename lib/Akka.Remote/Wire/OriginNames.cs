using System.Net;
using System.Net.Sockets;

namespace Akka.Remote.Wire;

/// <summary>
/// What the parts of a peer's address may look like. They stand in paths and in logs, so that no sign in them may mean something
/// there; and they are remembered, so that they have an end.
/// </summary>
internal static class OriginNames
{
    // No host name is longer (RFC 1035); for the others it is enough by far.
    private const int Longest = 255;

    /// <summary>Whether a transport may be called so.</summary>
    internal static bool IsProtocol(string name) => name.Length <= Longest && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '+');

    /// <summary>Whether an actor system may be called so: the rule by which it may be created.</summary>
    internal static bool IsSystem(string name) =>
        name.Length <= Longest && char.IsAsciiLetterOrDigit(name[0]) && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');

    /// <summary>Whether it is a host's name, an IPv4 address, or an IPv6 address in brackets.</summary>
    internal static bool IsHost(string name)
    {
        if (name.Length > Longest)
            return false;
        return name[0] == '['
            ? name[^1] == ']' && IPAddress.TryParse(name.AsSpan(1, name.Length - 2), out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            : name.All(sign => char.IsLetterOrDigit(sign) || sign is '.' or '-' or '_');
    }
}
