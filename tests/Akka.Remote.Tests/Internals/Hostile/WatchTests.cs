using Akka.Actor;
using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Death watch in the hands of peers that lie.</summary>
public sealed class WatchTests : HostileTest
{
    private const string TheirWatcher = "/system/remote-watcher#7";

    [Fact]
    public async Task A_watch_is_answered_when_the_actor_stops()
    {
        var mortal = Node.ActorOf(Props.Create<EchoActor>(), "mortal");
        using var peer = await Stranger();
        await SendWatch(peer, "/user/mortal", RawPeer.Self + TheirWatcher, seq: 0);
        await AssertStillHeard(peer);

        mortal.Tell("stop", ActorRefs.NoSender);

        Assert.Equal(At("/user/mortal"), (await NextNotice(peer)).Actor.Path.Split('#')[0]);
    }

    [Fact]
    public async Task An_actor_that_never_was_is_told_as_gone()
    {
        using var peer = await Stranger();

        await SendWatch(peer, "/user/never", RawPeer.Self + TheirWatcher, seq: 0);

        Assert.False((await NextNotice(peer)).ExistenceConfirmed);
    }

    [Theory]
    [InlineData("akka.tcp://Third@127.0.0.1:9/system/remote-watcher#7")]
    [InlineData("akka.tcp://Raw@127.0.0.1:1/user/watcher")]
    [InlineData("akka.tcp://Raw@127.0.0.1:1/system/remote-watcher/x")]
    [InlineData("akka.tcp://Raw@127.0.0.1:1/user/../system/remote-watcher")]
    [InlineData("NODE/system/remote-watcher")]
    [InlineData("NODE/user/recorder")]
    [InlineData("nobody")]
    public async Task A_watch_is_taken_of_the_peers_remote_watcher_only(string watcher)
    {
        using var peer = await Stranger();

        await SendWatch(peer, "/user/never", watcher.Replace("NODE", At(""), StringComparison.Ordinal), seq: 0);

        await AssertStillHeard(peer);
        Assert.Single(await Warnings());
        Assert.Equal(1, Remoting.AssociationCount);
    }

    [Fact]
    public async Task A_watch_of_one_actor_is_not_taken_by_another()
    {
        using var peer = await Stranger();
        var watch = new WatchData { Watchee = Frames.Actor(At("/user/never")), Watcher = Frames.Actor(RawPeer.Self + TheirWatcher) };

        await peer.SendFrame(Frames.Envelope(At("/user/echo"), Frames.System("Watch", watch), seq: 0));

        await AssertStillHeard(peer);
        Assert.Single(await Warnings());
    }

    [Fact]
    public async Task A_watcher_that_comes_under_ever_new_numbers_is_one()
    {
        var mortal = Node.ActorOf(Props.Create<EchoActor>(), "mortal");
        using var peer = await Stranger();
        for (var uid = 1; uid <= 200; uid++)
            await SendWatch(peer, "/user/mortal", RawPeer.Self + $"/system/remote-watcher#{uid}", seq: (ulong)uid - 1);
        await AssertStillHeard(peer);

        mortal.Tell("stop", ActorRefs.NoSender);
        await NextNotice(peer);
        ((ExtendedActorSystem)Node).Provider.ResolveActorRef(RawPeer.Self + "/user/x").Tell("no other notice", ActorRefs.NoSender);

        Assert.Equal("no other notice", (await NextEnvelope(peer)).Message.Message.ToStringUtf8());
    }

    [Fact]
    public async Task Nobody_reports_the_death_of_anothers_actor()
    {
        var mine = Node.ActorOf(Props.Create<EchoActor>(), "mine");
        await Watch(mine);
        using var peer = await Stranger();

        foreach (var to in new[] { RecorderPath, At("/user/mine"), At("/system/remote-watcher"), At("/user"), At("/") })
            await SendNotice(peer, to, At("/user/mine#" + mine.Path.Uid));

        await AssertStillHeard(peer);
        Assert.Equal("alive", await mine.Ask<string>("alive", Recorder.Limit));
    }

    [Fact]
    public async Task A_death_is_reported_to_the_remote_watcher_only()
    {
        using var peer = await Stranger();
        var theirs = ((ExtendedActorSystem)Node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs#9");
        await Watch(theirs);

        await SendNotice(peer, RecorderPath, RawPeer.Self + "/user/theirs#9");
        await AssertStillHeard(peer);
        await SendNotice(peer, At("/system/remote-watcher"), RawPeer.Self + "/user/theirs#9");

        Assert.Equal(theirs, (await Recorder.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task Deaths_of_actors_that_nobody_watches_are_no_news()
    {
        using var peer = await Stranger();

        for (var i = 0; i < 1_000; i++)
            await SendNotice(peer, At("/system/remote-watcher"), RawPeer.Self + $"/user/theirs#{i}");

        await AssertStillHeard(peer);
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task Nobody_waits_in_vain_for_an_end_that_a_peer_made_up()
    {
        var lasting = Node.ActorOf(Props.Create<EchoActor>(), "lasting");
        using var peer = await Stranger();

        var stopped = lasting.GracefulStop(TimeSpan.FromMilliseconds(500), "go on");
        foreach (var temp in TempNames())
            await SendNotice(peer, temp, RawPeer.Self + "/user/theirs");

        Assert.False(await stopped);
    }

    private Task<Recorder.Done> Watch(IActorRef subject) => Recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(subject), Recorder.Limit);

    private Task SendWatch(RawPeer peer, string watchee, string watcher, ulong seq) => peer.SendFrame(Frames.Envelope(
        At(watchee),
        Frames.System("Watch", new WatchData { Watchee = Frames.Actor(At(watchee)), Watcher = Frames.Actor(watcher) }),
        seq: seq));

    private static Task SendNotice(RawPeer peer, string to, string actor) => peer.SendFrame(Frames.Envelope(
        to, Frames.System("DeathWatchNotification", new DeathWatchNotificationData { Actor = Frames.Actor(actor), ExistenceConfirmed = true })));

    private static async Task<DeathWatchNotificationData> NextNotice(RawPeer peer)
    {
        while (true)
        {
            var envelope = await NextEnvelope(peer);
            if (envelope.Message.MessageManifest.ToStringUtf8() == "Akka.Dispatch.SysMsg.DeathWatchNotification, Akka")
                return DeathWatchNotificationData.Parser.ParseFrom(envelope.Message.Message);
        }
    }

    /// <summary>The names of those who wait for an answer here; a peer may guess them.</summary>
    private List<string> TempNames()
    {
        var names = new List<string>();
        ((VirtualPathContainer)((ExtendedActorSystem)Node).Provider.TempContainer).ForEachChild(child => names.Add(At(child.Path.ToStringWithoutAddress())));
        return names;
    }
}
