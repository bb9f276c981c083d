using System.Net;
using System.Net.Sockets;

namespace BotNode.Tests.Programs;

/// <summary>Stands between nodes: passes on all that is said, and keeps it.</summary>
internal sealed class CapturingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ReservedPort _target = new();
    private readonly MemoryStream _captured = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Task _accepting;

    public CapturingProxy()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Where to connect instead.</summary>
    public int Port { get; }

    /// <summary>Where all is passed on to: a port kept for who is there.</summary>
    public int Target => _target.Number;

    /// <summary>All bytes so far, of all connections in both directions.</summary>
    public byte[] Captured
    {
        get
        {
            lock (_captured)
                return _captured.ToArray();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        _over.Dispose();
        _target.Dispose();
        await _captured.DisposeAsync().ConfigureAwait(false);
    }

    private async Task AcceptAsync()
    {
        var passing = new List<Task>();
        try
        {
            while (true)
                passing.Add(PassAsync(await _listener.AcceptSocketAsync(_over.Token).ConfigureAwait(false)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(passing).ConfigureAwait(false);
        }
    }

    private async Task PassAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, Target, _over.Token).ConfigureAwait(false);
            await Task.WhenAll(CopyAsync(near, far), CopyAsync(far, near)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // One of them has gone without a word, or the test is over.
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer, _over.Token).ConfigureAwait(false) is var count and > 0)
        {
            lock (_captured)
                _captured.Write(buffer, 0, count);
            await to.SendAsync(buffer.AsMemory(0, count), _over.Token).ConfigureAwait(false);
        }

        to.Shutdown(SocketShutdown.Send);
    }
}
