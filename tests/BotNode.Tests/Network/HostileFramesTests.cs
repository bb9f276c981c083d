using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Chatroom.Actors;
using RemoteGuard.Tests.Wire;

namespace BotNode.Tests.Network;

/// <summary>A stranger who speaks to a seed node without an actor system. Its connection stays open while a bot joins and converses.</summary>
public sealed class HostileFramesTests
{
    private const int LongestFrame = 128000;

    public static TheoryData<string> Openings => new(Bytes.Keys);

    private static readonly Dictionary<string, byte[]> Bytes = new(StringComparer.Ordinal)
    {
        ["garbage"] = Frames.Framed([.. Enumerable.Range(0, 200).Select(at => (byte)(at * 37))]),
        ["no frame at all"] = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray(),
        ["a huge length"] = Frames.Framed([1, 2, 3], length: int.MaxValue),
        ["a length below zero"] = Frames.Framed([1, 2, 3], length: -1),
        ["half a frame and silence"] = Frames.Framed(new byte[LongestFrame / 2], length: LongestFrame),
        ["nothing"] = [],
    };

    [Theory]
    [MemberData(nameof(Openings))]
    public async Task A_conversation_goes_on_beside_who_opens_with(string what)
    {
        await using var room = await OpenRoom.StartAsync();
        using var stranger = await ConnectAsync(room);

        await stranger.SendAsync(Bytes[what]);

        await room.ConverseAsync();
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(9999, "")]
    [InlineData(4200, "no such manifest")]
    [InlineData(4200, "J")]
    public async Task What_nobody_can_read_is_dropped_and_its_connection_lives_on(int serializer, string manifest)
    {
        await using var room = await OpenRoom.StartAsync();
        using var stranger = await AssociateAsync(room);

        await stranger.SendAsync(Tell(room, serializer, manifest, [0xff, 0xff]));

        await AnsweredAsync(stranger, room);
        await room.ConverseAsync();
    }

    [Fact]
    public async Task A_type_that_a_stranger_names_is_not_created()
    {
        await using var room = await OpenRoom.StartAsync();
        using var stranger = await AssociateAsync(room);
        var trap = Encoding.UTF8.GetBytes($$"""{"$type":"{{typeof(Trap).FullName}}, {{typeof(Trap).Assembly.GetName().Name}}"}""");

        await stranger.SendAsync(Tell(room, 1, "", trap));

        await AnsweredAsync(stranger, room);
        Assert.False(Trap.WasCreated);
        await room.ConverseAsync();
    }

    private static byte[] Tell(OpenRoom room, int serializer, string manifest, byte[] bytes) =>
        Frames.Framed(TestFrames.Envelope(Door(room), TestFrames.Payload(serializer, manifest, bytes)));

    private static string Door(OpenRoom room) => $"{room.Address}/user/{ChatroomActor.Name}";

    private static async Task<Socket> ConnectAsync(OpenRoom room)
    {
        var stranger = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await stranger.ConnectAsync("127.0.0.1", room.Port);
        return stranger;
    }

    private static async Task<Socket> AssociateAsync(OpenRoom room)
    {
        var stranger = await ConnectAsync(room);
        await stranger.SendAsync(Frames.Framed(TestFrames.Associate("Stranger", "127.0.0.1", PortOf(stranger))));
        await FrameAsync(stranger);
        return stranger;
    }

    /// <summary>What was sent before on the same connection has been looked at when this is answered.</summary>
    private static async Task AnsweredAsync(Socket stranger, OpenRoom room)
    {
        await stranger.SendAsync(Frames.Framed(TestFrames.Envelope(Door(room), TestFrames.Identify("who"), $"akka.tcp://Stranger@127.0.0.1:{PortOf(stranger)}/temp/asking")));
        while (!Encoding.UTF8.GetString(await FrameAsync(stranger)).Contains("/temp/asking", StringComparison.Ordinal))
        {
        }
    }

    private static int PortOf(Socket socket) => ((System.Net.IPEndPoint)socket.LocalEndPoint!).Port;

    private static async Task<byte[]> FrameAsync(Socket from)
    {
        using var limit = new CancellationTokenSource(OpenRoom.Limit);
        await using var stream = new NetworkStream(from, ownsSocket: false);
        var length = new byte[sizeof(int)];
        await stream.ReadExactlyAsync(length, limit.Token);
        var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        await stream.ReadExactlyAsync(content, limit.Token);
        return content;
    }

    /// <summary>Made by nobody but who follows a name on the wire.</summary>
    public sealed class Trap
    {
        public Trap() => WasCreated = true;

        public static bool WasCreated { get; private set; }
    }
}
