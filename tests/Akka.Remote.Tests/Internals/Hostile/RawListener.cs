using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>A place that a node connects to, where nothing good waits.</summary>
internal sealed class RawListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public RawListener()
    {
        _listener.Start();
        Self = new Address("akka.tcp", "Raw", "127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port);
    }

    public Address Self { get; }

    /// <summary>The next connection a node opens.</summary>
    public async Task<RawPeer> Accept()
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        return RawPeer.Over(await _listener.AcceptSocketAsync(limit.Token));
    }

    public void Dispose() => _listener.Dispose();
}
