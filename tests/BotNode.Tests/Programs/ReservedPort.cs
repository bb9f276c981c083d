using System.Net;
using System.Net.Sockets;

namespace BotNode.Tests.Programs;

/// <summary>A port of 127.0.0.1 at which nobody is, but who names it may listen.</summary>
/// <remarks>
/// A port that is only looked up is soon given to somebody else who asks for any. Linux gives a port that a socket is bound to
/// neither to who binds to port 0 nor to who connects; who binds to it by its number gets it nevertheless, as long as nobody
/// listens there and both sockets have SO_REUSEADDR, which .NET sets on Unix. Other systems don't let it be had twice: there it is
/// free when the test begins.
/// </remarks>
public sealed class ReservedPort : IDisposable
{
    private readonly Socket _place = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ReservedPort()
    {
        _place.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Number = ((IPEndPoint)_place.LocalEndPoint!).Port;
        if (!OperatingSystem.IsLinux())
            _place.Dispose();
    }

    public int Number { get; }

    public void Dispose() => _place.Dispose();
}
