using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using RemoteGuard.Tests.Wire;

namespace RemoteGuard.Tests;

/// <summary>Somebody at the other end of a connection who speaks without an actor system.</summary>
internal sealed class Stranger : IDisposable
{
    private readonly Socket _socket;
    private readonly NetworkStream _stream;

    private Stranger(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket);
    }

    public string Root => $"akka.tcp://Stranger@127.0.0.1:{Port}/";

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>Connects and says nothing.</summary>
    public static async Task<Stranger> ConnectAsync(GuardedNode node) => new(await node.ConnectAsync());

    /// <summary>Connects, and both sides say who they are.</summary>
    public static async Task<Stranger> AssociateAsync(GuardedNode node, ulong uid = 42)
    {
        var stranger = await ConnectAsync(node);
        await stranger.SendAsync(TestFrames.Associate("Stranger", "127.0.0.1", stranger.Port, uid));
        Assert.NotNull(await stranger.ReadAsync());
        return stranger;
    }

    public async Task SendAsync(params byte[][] frames)
    {
        foreach (var frame in frames)
        {
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, frame.Length);
            await _stream.WriteAsync((byte[])[.. length, .. frame]);
        }
    }

    /// <summary>The next frame; null when the connection has ended.</summary>
    public async Task<byte[]?> ReadAsync()
    {
        using var limit = new CancellationTokenSource(GuardedNode.Limit);
        try
        {
            var length = new byte[sizeof(int)];
            await _stream.ReadExactlyAsync(length, limit.Token);
            var frame = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
            await _stream.ReadExactlyAsync(frame, limit.Token);
            return frame;
        }
        catch (Exception e) when (e is EndOfStreamException or IOException)
        {
            return null;
        }
    }

    /// <summary>Whether what it sent before was looked at and it is still heard: it asks, and is answered.</summary>
    public async Task<bool> IsHeardAsync(GuardedNode node)
    {
        var asking = $"{Root}temp/asking";
        try
        {
            await SendAsync(TestFrames.Envelope(node.Echo, TestFrames.Identify("still there?"), asking));
        }
        catch (IOException)
        {
            return false;
        }

        while (await ReadAsync() is { } frame)
        {
            if (Encoding.UTF8.GetString(frame).Contains(asking, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
    }
}
