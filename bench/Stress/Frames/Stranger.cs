using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Remote.Tests;
using Akka.Remote.Tests.Internals;
using Google.Protobuf;

namespace Stress.Frames;

/// <summary>
/// Connects again and again, as a node of its own name or without saying who it is, and sends frames that are nearly good. After
/// each comes a mark for the counter: the marks that arrive tell how many frames were read before one ended the connection.
/// </summary>
internal sealed class Stranger
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly byte[] HostAfterAt = "@127.0.0.1:"u8.ToArray();
    private static readonly byte[] HostField = [.. "\x12\x09"u8, .. "127.0.0.1"u8, .. "\x18"u8];

    private readonly string _name;
    private readonly Random _random;
    private readonly Address _node;
    private readonly IActorRef _counter;
    private readonly Tally _tally;
    private readonly byte[] _handshake;
    private readonly List<byte[]> _good;

    public Stranger(string name, int seed, Address node, IActorRef counter, Tally tally)
    {
        _name = name;
        _random = new Random(seed);
        _node = node;
        _counter = counter;
        _tally = tally;
        _handshake = WireFrames.Handshake(name, 1);
        _good = GoodFrames().ToList();
    }

    /// <summary>Goes on until enough frames were read, those of other strangers included.</summary>
    public async Task RunAsync(long count)
    {
        for (var number = 0; _tally.Read < count; number++)
            await ConnectAsync(string.Create(CultureInfo.InvariantCulture, $"{_name}-{number}")).ConfigureAwait(false);
    }

    private async Task ConnectAsync(string connection)
    {
        var frames = _random.Next(1, 20);
        var bytes = Bytes(connection, frames);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, _node.Port!.Value).ConfigureAwait(false);

        // Closed with a reset, it leaves no port behind that would have to wait for a minute.
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        if (!await SendAllAsync(socket, bytes).ConfigureAwait(false))
            _tally.AddEndless();
        var survived = await _counter.Ask<int>(new Counter.Asked(connection), Limit).ConfigureAwait(false);
        _tally.AddConnection(frames, survived);
    }

    /// <summary>Sends all, and waits until the node ends the connection, as it does at the latest when nothing more can come.</summary>
    private static async Task<bool> SendAllAsync(Socket socket, byte[] bytes)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        var sink = new byte[4096];
        try
        {
            await socket.SendAsync(bytes, limit.Token).ConfigureAwait(false);
            socket.Shutdown(SocketShutdown.Send);
            while (await socket.ReceiveAsync(sink, limit.Token).ConfigureAwait(false) > 0)
            {
                // What the node has to say is of no interest.
            }
        }
        catch (SocketException)
        {
            // It was shown the door before it had said all.
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return true;
    }

    private byte[] Bytes(string connection, int frames)
    {
        var mark = WireFrames.Whole(WireFrames.Message($"{_node}/user/counter", connection));
        var bytes = new List<byte>();
        if (_random.Next(8) > 0)
            bytes.AddRange(WireFrames.Whole(WireFrames.Handshake(_name, _random.Next())));
        for (var i = 0; i < frames; i++)
        {
            var frame = WireFrames.Whole(Content());
            if (_random.Next(200) == 0)
                frame[_random.Next(sizeof(int))] = (byte)_random.Next(256);
            bytes.AddRange(frame);
            bytes.AddRange(mark);
        }

        return [.. bytes];
    }

    private byte[] Content() => _random.Next(20) switch
    {
        0 => FrameMutation.Noise(_random, 300),
        1 => _good[_random.Next(_good.Count)],
        < 17 => AtHome(FieldMutation.Of(_random, _good)),
        _ => AtHome(FrameMutation.Of(_random, _good)),
    };

    /// <summary>A changed frame that names no host but this machine, so that nobody else is connected to.</summary>
    private byte[] AtHome(byte[] frame)
    {
        for (var at = 0; at < frame.Length; at++)
        {
            if (frame[at] == '@' && !frame.AsSpan(at).StartsWith(HostAfterAt))
                frame[at] = (byte)'_';
        }

        var namesAHost = frame is [0x12, ..] && frame.AsSpan().Contains((byte)'.');
        return namesAHost && frame.AsSpan().IndexOf(HostField) < 0 ? _handshake : frame;
    }

    /// <summary>The recorded frames, each sent to the node by this stranger, whichever of the two it came from.</summary>
    private IEnumerable<byte[]> GoodFrames()
    {
        const string Chatroom = "akka.tcp://Chatroom@127.0.0.1:9201";
        const string BotNode = "akka.tcp://BotNode@127.0.0.1:9203";
        var room = $"{_node}/user/hall/{Hall.Room}";
        foreach (var recorded in RecordedFrame.All.Select(static frame => ByteString.CopyFrom(frame.Content)))
        {
            if (recorded.Span.IndexOf("akka."u8) < 0)
            {
                yield return recorded.Span.IndexOf("127.0.0.1"u8) < 0 ? recorded.ToByteArray() : _handshake;
                continue;
            }

            yield return Addressed(recorded, (Chatroom + "/user/chatroom#1307197902", room), (Chatroom, $"{_node}"), (BotNode, WireFrames.AddressOf(_name)));
            yield return Addressed(recorded, (BotNode + "/user/bot#597514583", room), (BotNode, $"{_node}"), (Chatroom, WireFrames.AddressOf(_name)));
        }
    }

    private static byte[] Addressed(ByteString frame, params (string From, string To)[] names) =>
        names.Aggregate(frame, static (changed, name) => WireFrames.Replaced(changed, name.From, name.To)).ToByteArray();
}
