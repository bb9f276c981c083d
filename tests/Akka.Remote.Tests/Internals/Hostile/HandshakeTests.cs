using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Peers that say who they are wrongly, twice, or too late.</summary>
public sealed class HandshakeTests : HostileTest
{
    public static TheoryData<string, string, string, uint, string> Nobody => new()
    {
        { "no system", "", "127.0.0.1", 1, "tcp" },
        { "no host", "Raw", "", 1, "tcp" },
        { "no port", "Raw", "127.0.0.1", 0, "tcp" },
        { "no protocol", "Raw", "127.0.0.1", 1, "" },
        { "a port that there isn't", "Raw", "127.0.0.1", 65_536, "tcp" },
        { "the greatest port of all", "Raw", "127.0.0.1", uint.MaxValue, "tcp" },
        { "another protocol", "Raw", "127.0.0.1", 1, "udp" },
        { "a protocol as it stands in paths", "Raw", "127.0.0.1", 1, "akka.tcp" },
        { "a protocol with a path in it", "Raw", "127.0.0.1", 1, "tcp://x@y:1/" },
        { "a line break in the system", "Raw\r\n[ERROR] all is lost", "127.0.0.1", 1, "tcp" },
        { "an escape sequence in the host", "Raw", "\u001b[31m127.0.0.1", 1, "tcp" },
        { "a zero in the host", "Raw", "127.0.0.1\0", 1, "tcp" },
        { "a path in the system", "Raw/user/recorder", "127.0.0.1", 1, "tcp" },
        { "a path in the host", "Raw", "127.0.0.1:1/user/x", 1, "tcp" },
        { "a way up in the system", "..", "127.0.0.1", 1, "tcp" },
        { "another address in the system", "Raw@127.0.0.1:2", "127.0.0.1", 1, "tcp" },
        { "a system with a space", "Raw System", "127.0.0.1", 1, "tcp" },
        { "a system that is too long", new string('x', 256), "127.0.0.1", 1, "tcp" },
        { "a host that is too long", "Raw", new string('x', 256), 1, "tcp" },
        { "an IPv6 address without brackets", "Raw", "::1", 1, "tcp" },
        { "brackets with something else", "Raw", "[somewhere]", 1, "tcp" },
        { "brackets with an IPv4 address", "Raw", "[127.0.0.1]", 1, "tcp" },
        { "a bracket that does not close", "Raw", "[", 1, "tcp" },
        { "a system as long as a frame", new string('x', 100_000), "127.0.0.1", 1, "tcp" },
    };

    [Theory]
    [MemberData(nameof(Nobody))]
    public async Task An_address_that_nobody_can_have_is_refused(string what, string system, string host, uint port, string protocol)
    {
        Assert.NotEmpty(what);
        using var peer = RawPeer.Connect(Node);

        await peer.SendFrame(Frames.Associate(system, host, port, protocol));

        Assert.Null(await peer.Read());
        Assert.Equal(0, Remoting.AssociationCount);
        await AssertGoodPeerIsServed();
    }

    [Theory]
    [InlineData("[::1]")]
    [InlineData("[2001:db8::7]")]
    [InlineData("node-1.example")]
    [InlineData("under_score")]
    [InlineData("bücher.example")]
    public async Task An_address_of_every_kind_is_taken(string host)
    {
        using var peer = RawPeer.Connect(Node);

        await peer.SendFrame(Frames.Associate(host: host));

        Assert.Equal(CommandType.Associate, (await peer.Read())?.Instruction.CommandType);
        await AssertStillHeard(peer);
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(0x8000_0000ul)]
    [InlineData(ulong.MaxValue)]
    public async Task Any_uid_is_taken(ulong uid)
    {
        using var peer = RawPeer.Connect(Node);

        await peer.SendFrame(Frames.Associate(uid: uid));

        Assert.Equal(CommandType.Associate, (await peer.Read())?.Instruction.CommandType);
        await AssertStillHeard(peer);
    }

    [Fact]
    public async Task Our_own_name_is_refused()
    {
        using var peer = RawPeer.Connect(Node);

        await peer.SendFrame(Pdu.Associate(Nodes.AddressOf(Node), 1));

        Assert.Equal(CommandType.Disassociate, (await peer.Read())?.Instruction.CommandType);
        Assert.Null(await peer.Read());
        Assert.Equal(0, Remoting.AssociationCount);
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task Said_twice_the_first_holds()
    {
        var associated = Recorder.Start(Node, "events");
        Node.EventStream.Subscribe(associated.Ref, typeof(AssociatedEvent));
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Associate(port: 2, uid: 2));
        await peer.SendFrame(Frames.Associate(system: "", host: "", port: 0));
        await peer.SendFrame(Pdu.Associate(Nodes.AddressOf(Node), 3));

        await AssertStillHeard(peer);
        Assert.Equal(RawPeer.Self, (await associated.Next<AssociatedEvent>()).RemoteAddress);
        Assert.False(associated.HasMore);
    }

    [Fact]
    public async Task A_payload_before_the_handshake_closes_the_connection()
    {
        using var peer = RawPeer.Connect(Node);

        await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Text("too early")));

        Assert.Null(await peer.Read());
        await AssertGoodPeerIsServed();
        Assert.False(Recorder.HasMore);
    }

    [Fact]
    public async Task An_acknowledgement_before_the_handshake_closes_the_connection()
    {
        using var peer = RawPeer.Connect(Node);

        await peer.SendFrame(Frames.Ack(ulong.MaxValue));

        Assert.Null(await peer.Read());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_handshake_that_says_nothing_closes_the_connection()
    {
        using var peer = RawPeer.Connect(Node);

        await peer.SendFrame(Frames.Control(CommandType.Associate));

        Assert.Null(await peer.Read());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_handshake_whose_text_is_no_text_closes_the_connection()
    {
        var text = ByteString.CopyFromUtf8("127.0.0.1");
        var broken = Frames.Associate().ToByteArray();
        broken[broken.AsSpan().IndexOf(text.Span)] = 0xFF;
        using var peer = RawPeer.Connect(Node);

        await peer.SendFrame(ByteString.CopyFrom(broken));

        Assert.Null(await peer.Read());
        await AssertGoodPeerIsServed();
    }
}
