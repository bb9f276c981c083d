using System.Net;
using System.Net.Sockets;

namespace BotNode.Nodes;

/// <summary>Checks a network address before an actor system listens on it or connects to it, to fail early and in one line.</summary>
internal static class AddressProbe
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);

    /// <summary>Connects once, and says which of our addresses the connection used.</summary>
    /// <returns>Our address, or null with the problem if the connection fails.</returns>
    public static async Task<(IPAddress? Ours, string? Problem)> ReachAsync(string host, int port, TimeProvider time, CancellationToken cancelled)
    {
        using var late = new CancellationTokenSource(ConnectLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled, late.Token);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token).ConfigureAwait(false);
            return (((IPEndPoint)client.Client.LocalEndPoint!).Address.MapToIPv4(), null);
        }
        catch (SocketException error)
        {
            return (null, Describe(error));
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return (null, $"no answer in {ConnectLimit.TotalSeconds:0} s");
        }
    }

    /// <summary>Listens for a moment where a seed node wants to listen.</summary>
    /// <returns>Null when that works, otherwise the problem.</returns>
    public static async Task<string?> TryListenAsync(string host, int port)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host).ConfigureAwait(false);
            using var listener = new TcpListener(addresses[0], port);
            listener.Start();
            return null;
        }
        catch (SocketException error)
        {
            return Describe(error);
        }
    }

    private static string Describe(SocketException error) => error.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => "the port is in use",
        SocketError.AccessDenied => "the system doesn't allow it",
        SocketError.AddressNotAvailable => "this machine doesn't have that address",
        SocketError.ConnectionRefused => "nobody listens there",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "there is no such host",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => "there is no way to that host",
        _ => error.Message,
    };
}
