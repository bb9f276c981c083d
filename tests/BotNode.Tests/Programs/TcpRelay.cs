using System.Net;
using System.Net.Sockets;

namespace BotNode.Tests.Programs;

/// <summary>Carries TCP connections from one address to another, until it cuts them.</summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Socket> _open = [];
    private readonly List<Task> _carried = [];
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly IPEndPoint _target;
    private readonly Func<int?> _cutAfter;
    private readonly Task _accepting;
    private bool _isBlocked;
    private int _cuts;

    /// <summary>Begins to listen.</summary>
    /// <param name="listenOn">Where to listen.</param>
    /// <param name="target">Where every connection leads.</param>
    /// <param name="cutAfter">Asked at every new connection after how many bytes it is cut; null: never.</param>
    public TcpRelay(IPEndPoint listenOn, IPEndPoint target, Func<int?> cutAfter)
    {
        _target = target;
        _cutAfter = cutAfter;
        _listener.Bind(listenOn);
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>How many connections were cut for their bytes.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

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
                        _carried.Add(CarryAsync(from, _cutAfter()));
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The relay ends.
        }
    }

    private async Task CarryAsync(Socket from, int? cutAfter)
    {
        var to = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _open.AddRange([from, to]);
        try
        {
            await to.ConnectAsync(_target);
            var left = new Budget(cutAfter);
            await Task.WhenAny(PumpAsync(from, to, left), PumpAsync(to, from, left));
            if (left.IsSpent)
                Interlocked.Increment(ref _cuts);
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

    private static async Task PumpAsync(Socket from, Socket to, Budget left)
    {
        try
        {
            var buffer = new byte[1024];
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                var carried = left.Take(count);
                await to.SendAsync(buffer.AsMemory(0, carried));
                if (left.IsSpent)
                    return;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other direction has ended it.
        }
    }

    /// <summary>The bytes that a connection may still carry, in both directions together.</summary>
    private sealed class Budget(int? bytes)
    {
        private readonly Lock _gate = new();
        private int _left = bytes ?? int.MaxValue;

        public bool IsSpent
        {
            get
            {
                lock (_gate)
                    return bytes is not null && _left == 0;
            }
        }

        public int Take(int count)
        {
            lock (_gate)
            {
                var taken = bytes is null ? count : Math.Min(count, _left);
                _left -= bytes is null ? 0 : taken;
                return taken;
            }
        }
    }
}
