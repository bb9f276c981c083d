using Akka.Actor;
using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Nobody outside ends, suspends or restarts what isn't his, by whatever way he comes.</summary>
public abstract class HarmTest(string settings) : HostileTest(settings)
{
    private static readonly string[] Ours =
    [
        "/", "", "/user", "/user/", "/user#0", "//user", "/user/recorder/..", "/system", "/system/", "/system#0", "/system/remote-watcher", "/system/remote-watcher#0",
        "/system/remoting-terminator", "/user/../system/remote-watcher", "/user/recorder/../../system", "/system/log1-DefaultLogger", "/temp", "/deadLetters",
    ];

    private static readonly Selection[][] WaysToOurs =
    [
        [],
        [Frames.Child("user")],
        [Frames.Child("user#0")],
        [Frames.Child("system")],
        [Frames.Child("system#0")],
        [Frames.Child("system"), Frames.Child("remote-watcher")],
        [Frames.Child("system#0"), Frames.Child("remote-watcher")],
        [Frames.Child("system#0"), Frames.Child("remote-watcher#0")],
        [Frames.Child("system"), Frames.Fitting("*")],
        [Frames.Fitting("*")],
        [Frames.Fitting("????")],
        [Frames.Up],
        [Frames.Child("user"), Frames.Up, Frames.Child("system")],
        [Frames.Child("user"), Frames.Child("recorder"), Frames.Up],
        [Frames.Child(""), Frames.Child("user")],
        [Frames.Child(".."), Frames.Child("user")],
        [Frames.Child("user"), Frames.Child(".."), Frames.Child("system")],
        [Frames.Child("temp")],
        [Frames.Child("deadLetters")],
    ];

    private static readonly string[] SystemMessages =
    [
        "Create", "Recreate", "Suspend", "Resume", "Stop", "Terminate", "Supervise", "Failed", "NoMessage", "ActorTask", "Watch", "Unwatch", "DeathWatchNotification",
        "RegisterTerminationHook", "SystemMessage", "EarliestFirstSystemMessageList",
    ];

    [Theory]
    [InlineData("PP")]
    [InlineData("K")]
    public async Task Guardians_and_system_actors_take_no(string manifest)
    {
        using var peer = await Stranger();

        foreach (var path in Ours)
        {
            await peer.SendFrame(Frames.Envelope(At(path), Frames.Small(manifest)));
            await peer.SendFrame(Frames.Envelope(At(path), Frames.Selected(Frames.Small(manifest))));
            await peer.SendFrame(Frames.Envelope(At(path), Frames.Selected(Frames.Small(manifest), Frames.Fitting("*"))));
        }

        foreach (var way in WaysToOurs)
        {
            await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.Small(manifest), way)));
            await peer.SendFrame(Frames.Envelope(At("/user/recorder"), Frames.Selected(Frames.Small(manifest), [Frames.Up, Frames.Up, .. way])));
            await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.Selected(Frames.Small(manifest), way))));
        }

        await AssertUnharmed(peer);
    }

    [Fact]
    public async Task System_messages_that_are_not_for_peers_are_not_taken()
    {
        using var peer = await Stranger();
        var seq = 0ul;

        foreach (var name in SystemMessages)
        {
            foreach (var path in Ours.Append("/user/recorder").Append("/user/echo"))
            {
                await peer.SendFrame(Frames.Envelope(At(path), Frames.System(name)));
                await peer.SendFrame(Frames.Envelope(At(path), Frames.System(name), seq: seq++));
                await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.System(name), Frames.Child("user"), Frames.Child("echo"))));
            }
        }

        await AssertUnharmed(peer);
    }

    [Fact]
    public async Task Notices_of_deaths_that_did_not_happen_end_nobody()
    {
        using var peer = await Stranger();
        string[] actors = [At("/user"), At("/system"), At("/user/recorder"), At("/"), RawPeer.Self + "/user", RawPeer.Self + "/", "akka://Node/user", "akka://Node/user/recorder"];

        foreach (var actor in actors)
        {
            var notice = new DeathWatchNotificationData { Actor = Frames.Actor(actor), ExistenceConfirmed = true, AddressTerminated = true };
            foreach (var path in Ours.Append("/user/recorder"))
                await peer.SendFrame(Frames.Envelope(At(path), Frames.System("DeathWatchNotification", notice)));
        }

        await AssertUnharmed(peer);
    }

    [Fact]
    public async Task Everybody_may_be_asked_who_he_is()
    {
        using var peer = await Stranger();

        foreach (var path in Ours.Append("/user/echo").Append("/user/nobody"))
            await peer.SendFrame(Frames.Envelope(At(path), Frames.Small("ID", new IdentifyData { MessageId = Frames.Text(path) }), RawPeer.Self + "/user/me"));
        foreach (var way in WaysToOurs)
            await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.Small("ID", new IdentifyData()), way), RawPeer.Self + "/user/me"));

        await AssertUnharmed(peer);
    }

    private protected async Task AssertUnharmed(RawPeer peer)
    {
        await AssertStillHeard(peer);
        Assert.False(Node.WhenTerminated.IsCompleted);
        foreach (var path in new[] { "/user", "/system", "/system/remote-watcher", "/user/echo" })
            Assert.NotNull((await Node.ActorSelection(path).Ask<ActorIdentity>(new Identify(path), Recorder.Limit)).Subject);
        await AssertGoodPeerIsServed();
    }
}
