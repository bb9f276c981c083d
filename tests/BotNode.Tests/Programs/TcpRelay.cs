using System.Net;
using System.Net.Sockets;

namespace BotNode.Tests.Programs;

/// <summary>Carries TCP connections from one address to another, until it is told to cut one.</summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Socket> _open = [];
    private readonly List<Task> _carried = [];
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly IPEndPoint _target;
    private readonly Task _accepting;
    private bool _isBlocked;

    /// <summary>Begins to listen.</summary>
    /// <param name="listenOn">Where to listen.</param>
    /// <param name="target">Where every connection leads.</param>
    public TcpRelay(IPEndPoint listenOn, IPEndPoint target)
    {
        _target = target;
        _listener.Bind(listenOn);
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>Cuts the connection that was made first, and takes no new ones.</summary>
    public void BlockTheFirst()
    {
        lock (_gate)
        {
            _isBlocked = true;
            _open[0].Dispose();
            _open[1].Dispose();
        }
    }

    public void Unblock()
    {
        lock (_gate)
            _isBlocked = false;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        lock (_gate)
            _open.ForEach(socket => socket.Dispose());
        await _accepting;
        await Task.WhenAll(_carried);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var from = await _listener.AcceptAsync();
                lock (_gate)
                {
                    if (_isBlocked)
                        from.Dispose();
                    else
                        _carried.Add(CarryAsync(from));
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The relay ends.
        }
    }

    private async Task CarryAsync(Socket from)
    {
        var to = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _open.AddRange([from, to]);
        try
        {
            await to.ConnectAsync(_target);
            await Task.WhenAny(PumpAsync(from, to), PumpAsync(to, from));
        }
        catch (SocketException)
        {
            // Nobody is there any more.
        }
        finally
        {
            from.Dispose();
            to.Dispose();
        }
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[1024];
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
                await to.SendAsync(buffer.AsMemory(0, count));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other direction has ended it.
        }
    }
}
