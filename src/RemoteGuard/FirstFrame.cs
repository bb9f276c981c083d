using System.Text;
using RemoteGuard.Limits;
using RemoteGuard.Rules;
using RemoteGuard.Wire;

namespace RemoteGuard;

/// <summary>The first frame that comes on a connection says who the peer is, or goodbye.</summary>
internal static class FirstFrame
{
    private const int LongestHandshake = 1024;

    /// <summary>Whether it says goodbye.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="length">Its length in bytes.</param>
    public static bool IsGoodbye(scoped in Frame frame, int length) => frame.Kind == FrameKind.Goodbye && length <= FrameRules.LongestGoodbye;

    /// <summary>Enters the peer that it names, and closes the connections of the peer that had its address before.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="transport">The transport that keeps the peers.</param>
    /// <param name="connection">The connection that it came on.</param>
    /// <param name="why">Why there is no peer.</param>
    /// <returns>The peer; null when the frame names none that may enter.</returns>
    public static Peer? Enter(scoped in Frame frame, int length, GuardTransport transport, GuardConnection connection, out string why)
    {
        why = "it does not say first who it is";
        if (frame.Kind != FrameKind.Associate || length > LongestHandshake || Handshake.TryRead(frame.Handshake, transport.SchemeIdentifier) is not { } who)
            return null;

        // If this node opened the connection, it has chosen the address itself.
        var remote = connection.RemoteAddress;
        if (!connection.IsInbound)
            who = who with { Root = Handshake.RootOf(remote.Protocol, remote.System, remote.Host, remote.Port) };
        why = "it calls itself what this node is called";
        if (Ascii.Equals(transport.Root, who.Root))
            return null;

        why = "it calls itself what another one is called that is connected";
        var peer = transport.Peers.Enter(who, connection.IsInbound, out var former);
        if (former is not null)
            transport.CloseAll(former, "another one has come in its place");
        return peer;
    }
}
