using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Akka.Remote.Tests;

/// <summary>
/// A piece of network between nodes, which a test can cut: what is on its way is lost, and who connects is turned away, until it
/// is restored.
/// </summary>
public sealed class Relay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, byte> _sockets = new();
    private readonly Lock _gate = new();
    private bool _isCut;

    public Relay()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The port to connect to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The port of this machine that connections go on to.</summary>
    public int Target { get; set; }

    /// <summary>How many connections were cut.</summary>
    public int Broken { get; private set; }

    /// <summary>Ends all connections in the middle of whatever they carry, and lets no new ones through.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _isCut = true;
            Broken += _sockets.Count / 2;
            foreach (var socket in _sockets.Keys)
                Reset(socket);
        }
    }

    /// <summary>Lets connections through again.</summary>
    public void Restore()
    {
        lock (_gate)
            _isCut = false;
    }

    public void Dispose()
    {
        _listener.Stop();
        Cut();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ForwardAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Nobody listens any more.
        }
    }

    private async Task ForwardAsync(Socket near)
    {
        var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        try
        {
            if (!TryKeep(near, far))
                return;
            await far.ConnectAsync(IPAddress.Loopback, Target);
            await Task.WhenAll(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut, or one side reset it; the other one is to feel it.
        }
        finally
        {
            Reset(near);
            Reset(far);
        }
    }

    private bool TryKeep(params Socket[] sockets)
    {
        lock (_gate)
        {
            foreach (var socket in sockets)
                _sockets[socket] = 0;
            return !_isCut;
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await from.ReceiveAsync(buffer)) > 0)
        {
            for (var sent = 0; sent < read;)
                sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
        }

        to.Shutdown(SocketShutdown.Send);
    }

    /// <summary>Closes at once, so that nothing more arrives at either end.</summary>
    private void Reset(Socket socket)
    {
        if (!_sockets.TryRemove(socket, out _))
            return;
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }
}
