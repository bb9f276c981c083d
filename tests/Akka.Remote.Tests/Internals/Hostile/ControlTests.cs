using Akka.Remote.Proto;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Instructions that nobody knows, that come too early, or come without end.</summary>
public sealed class ControlTests : HostileTest
{
    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(99)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    public async Task An_unknown_instruction_closes_the_connection(int kind)
    {
        using (var before = RawPeer.Connect(Node))
        {
            await before.SendFrame(Frames.Control((CommandType)kind));
            Assert.Null(await before.Read());
        }

        using var after = await Stranger();
        await after.SendFrame(Frames.Control((CommandType)kind));
        Assert.Null(await after.ReadPastHeartbeats());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_stream_of_unknown_instructions_is_read_to_the_first()
    {
        for (var round = 0; round < 20; round++)
        {
            using var peer = await Stranger();
            for (var kind = 0; kind < 50; kind++)
                await peer.SendFrame(Frames.Control((CommandType)(kind + 100)));
            await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Text("too late")));
            Assert.Null(await peer.ReadPastHeartbeats());
        }

        await AssertGoodPeerIsServed();
        Assert.False(Recorder.HasMore);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_goodbye_before_the_handshake_ends_the_connection_and_is_no_event(int kind)
    {
        var events = Recorder.Start(Node, "events");
        Node.EventStream.Subscribe(events.Ref, typeof(RemotingLifecycleEvent));
        using var peer = RawPeer.Connect(Node);

        await peer.SendFrame(Frames.Control((CommandType)kind));

        Assert.Null(await peer.Read());
        Assert.False(events.HasMore);
        Assert.Equal(0, Remoting.AssociationCount);
        await AssertGoodPeerIsServed();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task What_comes_after_a_goodbye_is_not_read(int kind)
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Control((CommandType)kind));
        await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Text("too late")));

        Assert.Null(await peer.ReadPastHeartbeats());
        await AssertGoodPeerIsServed();
        Assert.False(Recorder.HasMore);
    }

    [Fact]
    public async Task A_heartbeat_before_the_handshake_closes_the_connection()
    {
        using var peer = RawPeer.Connect(Node);

        await peer.SendFrame(Frames.Control(CommandType.Heartbeat));

        Assert.Null(await peer.Read());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_flood_of_heartbeats_holds_nobody_up()
    {
        using var peer = await Stranger();
        var heartbeats = Enumerable.Repeat<byte[]>([4, 0, 0, 0, 18, 2, 8, 3], 10_000).SelectMany(frame => frame).ToArray();

        for (var i = 0; i < 20; i++)
            await peer.Send(heartbeats);

        await AssertGoodPeerIsServed();
        await AssertStillHeard(peer);
    }

    [Fact]
    public async Task An_instruction_counts_where_a_payload_stands_beside_it()
    {
        using var peer = await Stranger();
        var both = AkkaProtocolMessage.Parser.ParseFrom(Frames.Envelope(RecorderPath, Frames.Text("beside")));
        both.Instruction = new AkkaControlMessage { CommandType = CommandType.Heartbeat };

        await peer.SendFrame(both.ToByteString());

        await AssertStillHeard(peer);
    }

    [Fact]
    public async Task Fields_that_nobody_knows_are_passed_over()
    {
        using var peer = RawPeer.Connect(Node);
        var unknown = new byte[] { 0x9A, 0x06, 3, 1, 2, 3 };

        await peer.SendFrame(ByteString.CopyFrom([.. Frames.Associate(), .. unknown]));

        Assert.Equal(CommandType.Associate, (await peer.Read())?.Instruction.CommandType);
        await peer.SendFrame(ByteString.CopyFrom([.. Frames.Envelope(RecorderPath, Frames.Text("with more")), .. unknown]));
        Assert.Equal("with more", await Recorder.Next<string>());
    }
}
