using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Peers that take their time.</summary>
public sealed class SlowTests() : HostileTest("""
    akka.remote {
      dot-netty.tcp.connection-timeout = 5 s
      transport-failure-detector { heartbeat-interval = 200 ms, acceptable-heartbeat-pause = 4 s }
    }
    """)
{
    [Fact]
    public async Task A_peer_that_says_nothing_is_shown_the_door()
    {
        using var peer = RawPeer.Connect(Node);

        Assert.Null(await peer.Read());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_handshake_byte_by_byte_is_not_waited_for()
    {
        using var peer = RawPeer.Connect(Node);
        var sending = SendSlowly(peer, RawPeer.Frame(Frames.Associate()));

        await AssertGoodPeerIsServed();

        Assert.Null(await peer.Read());
        Assert.False(await sending, "the handshake was sent to its end, so it was waited for");
    }

    [Fact]
    public async Task A_frame_byte_by_byte_is_no_sign_of_life()
    {
        using var peer = await Stranger();
        var sending = SendSlowly(peer, [.. BitConverter.GetBytes(100_000), .. new byte[100_000]]);

        await AssertGoodPeerIsServed();

        Assert.Null(await peer.ReadPastHeartbeats());
        Assert.False(await sending);
    }

    [Fact]
    public async Task Half_a_length_is_not_waited_for()
    {
        using var peer = await Stranger();

        await peer.Send([40, 0]);

        Assert.Null(await peer.ReadPastHeartbeats());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_peer_that_keeps_its_half_of_the_connection_open_holds_nothing()
    {
        using var peer = await Stranger();
        await peer.SendFrame(Frames.Control(CommandType.Disassociate));

        Assert.Null(await peer.ReadPastHeartbeats());
        await AssertGoodPeerIsServed();
    }

    /// <summary>A byte each quarter of a second, until the other side has had enough. True if all were taken.</summary>
    private static async Task<bool> SendSlowly(RawPeer peer, byte[] bytes)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        foreach (var one in bytes)
        {
            if (!await peer.TrySend([one]))
                return false;
            await pace.WaitForNextTickAsync();
        }

        return true;
    }
}
