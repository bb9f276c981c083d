using System.Net;
using System.Net.Sockets;

namespace BotNode.Tests.Programs;

/// <summary>A network: carries TCP connections from one address to another, until it is told to cut them.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Socket> _listeners = [];
    private readonly List<Task> _accepting = [];
    private readonly List<(Socket Near, Socket Far)> _open = [];
    private readonly List<Task> _carried = [];
    private bool _isBlocked;
    private long _bytes;

    /// <summary>How many bytes it has carried so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Carries from now on whoever connects to one address to another one.</summary>
    public void Carry(IPEndPoint listenOn, IPEndPoint target)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(listenOn);
        listener.Listen();
        lock (_gate)
        {
            _listeners.Add(listener);
            _accepting.Add(AcceptAsync(listener, target));
        }
    }

    /// <summary>Cuts the connection that was made first, and takes no new ones.</summary>
    public void BlockTheFirst()
    {
        lock (_gate)
        {
            _isBlocked = true;
            Cut(_open[..1]);
        }
    }

    /// <summary>Cuts the connection that was made last, and takes no new ones.</summary>
    public void BlockTheLast()
    {
        lock (_gate)
        {
            _isBlocked = true;
            Cut(_open[^1..]);
        }
    }

    public void Unblock()
    {
        lock (_gate)
            _isBlocked = false;
    }

    /// <summary>Cuts every connection but the one that was made first.</summary>
    public void CutAllButTheFirst()
    {
        lock (_gate)
            Cut(_open[1..]);
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _listeners.ForEach(listener => listener.Dispose());
            Cut(_open);
        }

        await Task.WhenAll(_accepting);
        await Task.WhenAll(_carried);
    }

    private static void Cut(List<(Socket Near, Socket Far)> connections)
    {
        foreach (var (near, far) in connections)
        {
            near.Dispose();
            far.Dispose();
        }
    }

    private async Task AcceptAsync(Socket listener, IPEndPoint target)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptAsync();
                lock (_gate)
                {
                    if (_isBlocked)
                        near.Dispose();
                    else
                        _carried.Add(CarryAsync(near, target));
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The relay ends.
        }
    }

    private async Task CarryAsync(Socket near, IPEndPoint target)
    {
        using var from = near;
        using var to = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _open.Add((from, to));
        try
        {
            await to.ConnectAsync(target);
            await Task.WhenAny(PumpAsync(from, to), PumpAsync(to, from));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Nobody is there any more, or it was cut.
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[1024];
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                await to.SendAsync(buffer.AsMemory(0, count));
                Interlocked.Add(ref _bytes, count);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other direction has ended it, or it was cut.
        }
    }
}
