using System.Globalization;
using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>What peers make the node remember, in large numbers: when they are gone, so is all of it.</summary>
[Collection(nameof(Alone))]
public sealed class MemoryTests() : HostileTest("""
    akka.remote {
      dot-netty.tcp.connection-timeout = 5 s
      system-message-ack-piggyback-timeout = 20 ms
    }
    """)
{
    [Fact]
    public async Task A_thousand_connections_that_say_nothing()
    {
        await AssertGoodPeerIsServed();
        var heap = Heap.Now();
        var silent = Enumerable.Range(0, 1_000).Select(_ => RawPeer.Connect(Node)).ToList();

        await AssertGoodPeerIsServed();

        foreach (var peer in silent)
        {
            await UntilClosed(peer);
            peer.Dispose();
        }

        silent.Clear();
        await AssertGoodPeerIsServed();
        await heap.IsBack();
    }

    [Fact]
    public async Task A_thousand_connections_with_half_a_frame()
    {
        await AssertGoodPeerIsServed();
        var heap = Heap.Now();
        byte[] half = [.. BitConverter.GetBytes(4_000), .. new byte[3_000]];
        var slow = Enumerable.Range(0, 1_000).Select(_ => RawPeer.Connect(Node)).ToList();
        foreach (var peer in slow)
            await peer.Send(half);

        await AssertGoodPeerIsServed();

        foreach (var peer in slow)
            peer.Dispose();
        slow.Clear();
        await AssertGoodPeerIsServed();
        await heap.IsBack();
    }

    [Fact]
    public async Task Five_hundred_connections_in_one_name()
    {
        await AssertGoodPeerIsServed();
        var heap = Heap.Now();
        var peers = new List<RawPeer>();
        for (var i = 0; i < 500; i++)
        {
            var peer = RawPeer.Connect(Node);
            await peer.SendFrame(Frames.Associate());
            peers.Add(peer);
        }

        await AssertGoodPeerIsServed();

        foreach (var peer in peers)
            peer.Dispose();
        peers.Clear();
        await AssertGoodPeerIsServed();
        await heap.IsBack();
    }

    [Fact]
    public async Task Two_thousand_peers_of_ever_new_names()
    {
        await AssertGoodPeerIsServed();
        var heap = Heap.Now();
        for (var i = 0; i < 2_000; i++)
        {
            using var peer = RawPeer.Connect(Node);
            await peer.SendFrame(Frames.Associate(system: new string('n', 200) + i.ToString(CultureInfo.InvariantCulture), uid: (ulong)i));
            Assert.NotNull(await peer.Read());
        }

        await AssertGoodPeerIsServed();
        await Until(() => Remoting.AssociationCount <= 1);
        await heap.IsBack();
    }

    [Fact]
    public async Task Senders_of_ever_new_names()
    {
        await AssertGoodPeerIsServed();
        var heap = Heap.Now();
        using (var peer = await Stranger())
        {
            // Nobody listens on port 1; the system's name makes each another peer.
            for (var i = 0; i < 2_000; i++)
                await peer.SendFrame(Frames.Envelope(At("/user/echo"), Frames.Text("who?"), $"akka.tcp://Made-up-{i}@127.0.0.1:1/user/x"));
            await AssertStillHeard(peer);
            await AssertGoodPeerIsServed();
        }

        await Until(() => Remoting.AssociationCount <= 1);
        await heap.IsBack();
    }

    [Fact]
    public async Task Paths_of_ever_new_actors()
    {
        using var peer = await Stranger();
        var heap = Heap.Now();
        var name = new string('x', 400);

        for (var i = 0; i < 20_000; i++)
            await peer.SendFrame(Frames.Envelope(At($"/user/{name}{i}#{i + 1}"), Frames.Text("lost"), RawPeer.Self + $"/user/{name}{i}#{i + 1}"));

        await AssertStillHeard(peer);
        await heap.IsBack();
    }

    [Fact]
    public async Task System_messages_of_which_the_first_never_comes()
    {
        await AssertGoodPeerIsServed();
        using var peer = await Stranger();
        var early = Frames.Text(new string('x', 100_000));
        for (var seq = 1ul; seq < 1_000; seq++)
            await peer.SendFrame(Frames.Envelope(RecorderPath, early, seq: seq));
        await AssertStillHeard(peer);

        // 16 MB are kept of the 100; the rest the peer would have to send again.
        var held = GC.GetTotalMemory(forceFullCollection: true);
        Assert.True(held < 64 << 20, $"the heap holds {held} bytes");
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task Messages_that_are_nested_and_wide()
    {
        using var peer = await Stranger();
        var heap = Heap.Now();
        var wide = Frames.Selected(Frames.Text("x"), Enumerable.Repeat(Frames.Up, 30_000));
        var longPath = Frames.Small("AR", Frames.Actor(RawPeer.Self + string.Concat(Enumerable.Repeat("/a", 50_000))));
        var fields = new ExceptionData { Message = "why" };
        for (var i = 0; i < 1_500; i++)
            fields.CustomFields.Add(i.ToString(CultureInfo.InvariantCulture), Frames.Text("field"));
        var failure = Frames.Small("STF", new StatusFailure { Cause = fields });

        for (var i = 0; i < 200; i++)
        {
            foreach (var message in new[] { wide, longPath, failure })
                await peer.SendFrame(Frames.Envelope(At("/user/echo"), message));
        }

        await AssertStillHeard(peer);
        await heap.IsBack();
        await AssertGoodPeerIsServed();
    }
}
