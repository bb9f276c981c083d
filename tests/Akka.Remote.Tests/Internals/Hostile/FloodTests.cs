using Akka.Event;
using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Much of what is dropped fills no log.</summary>
public sealed class FloodTests() : HostileTest("akka.loglevel = INFO")
{
    [Fact]
    public async Task Ten_thousand_messages_that_are_dropped_are_a_few_lines()
    {
        using var peer = await Stranger();

        for (var i = 0; i < 10_000; i++)
            await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Payload(9999, "")));

        await AssertStillHeard(peer);
        Assert.InRange((await Warnings()).Count, 1, 100);
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_thousand_connections_with_rubbish_are_no_lines_at_all()
    {
        for (var i = 0; i < 1_000; i++)
        {
            using var peer = RawPeer.Connect(Node);
            await peer.Send([255, 255, 255, 255]);
            await UntilClosed(peer);
        }

        await AssertGoodPeerIsServed();
        Assert.Empty(await Warnings());
    }

    [Fact]
    public async Task A_thousand_peers_that_come_and_go_are_a_few_lines()
    {
        for (var i = 0; i < 1_000; i++)
        {
            using var peer = RawPeer.Connect(Node);
            await peer.SendFrame(Frames.Associate($"Peer{i}"));
            Assert.NotNull(await peer.Read());
            await peer.Send([255, 255, 255, 255]);
            Assert.Null(await peer.ReadPastHeartbeats());
        }

        await AssertGoodPeerIsServed();
        Assert.InRange((await Warnings()).Count, 1, 100);
    }

    [Fact]
    public async Task One_that_says_a_hundred_times_that_it_shuts_down_is_a_few_lines()
    {
        var log = Recorder.Start(Node, "log-of-goodbyes");
        Node.EventStream.Subscribe(log.Ref, typeof(Info));

        for (var i = 0; i < 100; i++)
        {
            using var peer = await Stranger();
            await peer.SendFrame(Frames.Control(CommandType.DisassociateShuttingDown));
            Assert.Null(await peer.ReadPastHeartbeats());
        }

        Node.Log.Info("read so far");
        var lines = 0;
        while ((await log.Next<Info>()).Message is not "read so far")
            lines++;
        Assert.InRange(lines, 1, 50);
    }

    [Fact]
    public async Task Ten_thousand_questions_for_a_sign_of_life_hold_nobody_up()
    {
        using var peer = await Stranger();
        var question = Frames.Selected(Frames.Small("RWHB"), Frames.Child("system"), Frames.Child("remote-watcher"));

        for (var i = 0; i < 10_000; i++)
            await peer.SendFrame(Frames.Envelope(At("/"), question, RawPeer.Self + "/system/remote-watcher#7"));

        await AssertGoodPeerIsServed();
        for (var i = 0; i < 10_000; i++)
            Assert.Equal("RWHR", (await NextEnvelope(peer)).Message.MessageManifest.ToStringUtf8());
        await AssertStillHeard(peer);
    }
}
