using Akka.Remote.Proto;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Streams that are not frames, or are cut in the middle of one: the connection ends, and nothing else.</summary>
public sealed class StreamTests : HostileTest
{
    public static TheoryData<string, byte[]> Rubbish => new()
    {
        { "an empty frame", [0, 0, 0, 0] },
        { "a negative length", [255, 255, 255, 255] },
        { "the least length there is", [0, 0, 0, 128] },
        { "a length just above the limit", [1, 244, 1, 0] },
        { "the greatest length there is", [255, 255, 255, 127, 1, 2, 3] },
        { "a length with the greater byte first", [0, 0, 0, 4, 18, 2, 8, 1] },
        { "HTTP", "GET / HTTP/1.1\r\nHost: here\r\n\r\n"u8.ToArray() },
        { "TLS", [22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3, 1, 2, 3, 4] },
        { "zeros", new byte[10_000] },
        { "a frame that is no message", [3, 0, 0, 0, 255, 255, 255] },
        { "a frame cut inside its content's field", [2, 0, 0, 0, 10, 200] },
        { "a field of a greater length than there is", [7, 0, 0, 0, 10, 255, 255, 255, 255, 7, 1] },
        { "a payload that is no container", [5, 0, 0, 0, 10, 3, 255, 255, 255] },
        { "a group without an end", [2, 0, 0, 0, 27, 27] },
    };

    [Theory]
    [MemberData(nameof(Rubbish))]
    public async Task Rubbish_instead_of_a_handshake_closes_the_connection(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        using var peer = RawPeer.Connect(Node);

        await peer.Send(bytes);

        Assert.Null(await peer.Read());
        await AssertGoodPeerIsServed();
    }

    [Theory]
    [MemberData(nameof(Rubbish))]
    public async Task Rubbish_after_the_handshake_closes_the_connection(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        using var peer = await Stranger();

        await peer.Send(bytes);

        Assert.Null(await peer.ReadPastHeartbeats());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task Many_who_speak_TLS_have_a_line_for_the_first_of_them_only()
    {
        for (var i = 0; i < 50; i++)
        {
            using var peer = RawPeer.Connect(Node);
            await peer.Send([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3, 1, 2, 3, 4]);
            Assert.Null(await peer.Read());
        }

        await AssertGoodPeerIsServed();
        Assert.InRange((await Warnings()).Count(line => line.StartsWith("A connection from", StringComparison.Ordinal)), 1, 20);
    }

    [Fact]
    public async Task What_comes_behind_rubbish_is_not_read()
    {
        using var peer = await Stranger();

        await peer.Send([.. RawPeer.Frame(ByteString.CopyFrom(255, 255)), .. RawPeer.Frame(Frames.Envelope(RecorderPath, Frames.Text("too late")))]);

        Assert.Null(await peer.ReadPastHeartbeats());
        await AssertGoodPeerIsServed();
        Assert.False(Recorder.HasMore);
    }

    [Fact]
    public async Task A_handshake_may_be_cut_off_anywhere()
    {
        var handshake = RawPeer.Frame(Frames.Associate());
        for (var length = 0; length < handshake.Length; length++)
        {
            using var peer = RawPeer.Connect(Node);
            await peer.Send(handshake[..length]);
            peer.EndSending();
            Assert.Null(await peer.Read());
        }

        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_message_may_be_cut_off_anywhere()
    {
        var message = RawPeer.Frame(Frames.Envelope(RecorderPath, Frames.Text("never whole")));
        for (var length = 1; length < message.Length; length += 7)
        {
            using var peer = await Stranger();
            await peer.Send(message[..length]);
            peer.EndSending();
            Assert.Null(await peer.ReadPastHeartbeats());
        }

        await AssertGoodPeerIsServed();
        Assert.False(Recorder.HasMore);
    }

    [Fact]
    public async Task Frames_may_come_in_single_bytes()
    {
        using var peer = RawPeer.Connect(Node);

        foreach (var one in RawPeer.Frame(Frames.Associate()))
            await peer.Send([one]);
        Assert.Equal(CommandType.Associate, (await peer.Read())?.Instruction.CommandType);
        foreach (var one in RawPeer.Frame(Frames.Envelope(RecorderPath, Frames.Text("in pieces"))))
            await peer.Send([one]);

        Assert.Equal("in pieces", await Recorder.Next<string>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_bytes_close_their_connections(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 50; i++)
        {
            using var peer = i % 2 == 0 ? RawPeer.Connect(Node) : await Stranger();
            var bytes = new byte[random.Next(1, 5000)];
            random.NextBytes(bytes);
            await peer.Send(bytes);
            peer.EndSending();
            Assert.Null(await peer.ReadPastHeartbeats());
        }

        await AssertGoodPeerIsServed();
    }
}
