using System.Net;
using System.Net.Sockets;

namespace Akka.Remote.Tests.Internals;

/// <summary>A test for machines that have the loopback address of IPv6; containers often don't.</summary>
public sealed class Ipv6FactAttribute : FactAttribute
{
    public Ipv6FactAttribute()
    {
        try
        {
            using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
            listener.Start();
        }
        catch (SocketException e)
        {
            Skip = $"This machine has no IPv6: {e.Message}";
        }
    }
}
