using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals.Hostile;

public sealed class HarmInUntrustedModeTests() : HarmTest("""akka.remote { untrusted-mode = on, trusted-selection-paths = ["/user/echo", "/user/*", "/", "/system/remote-watcher"] }""")
{
    [Theory]
    [InlineData("PP")]
    [InlineData("K")]
    public async Task Actors_of_the_program_take_none_either(string manifest)
    {
        using var peer = await Stranger();
        var echo = await Node.ActorSelection("/user/echo").ResolveOne(Recorder.Limit);

        foreach (var path in new[] { "/user/echo", $"/user/echo#{echo.Path.Uid}", "/user/recorder/../echo" })
        {
            await peer.SendFrame(Frames.Envelope(At(path), Frames.Small(manifest)));
            await peer.SendFrame(Frames.Envelope(At(path), Frames.Selected(Frames.Small(manifest))));
        }

        await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.Small(manifest), Frames.Child("user"), Frames.Child("echo"))));
        await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.Small(manifest), Frames.Child("user"), Frames.Fitting("*"))));
        await peer.SendFrame(Frames.Envelope(At("/user"), Frames.Selected(Frames.Small(manifest), Frames.Child("echo"))));

        await AssertUnharmed(peer);
    }

    [Fact]
    public async Task Watches_are_taken_as_ever()
    {
        using var peer = await Stranger();
        var watch = new WatchData { Watchee = Frames.Actor(At("/user/never")), Watcher = Frames.Actor(RawPeer.Self + "/system/remote-watcher#7") };

        await peer.SendFrame(Frames.Envelope(At("/user/never"), Frames.System("Watch", watch), seq: 0));

        Assert.Equal("Akka.Dispatch.SysMsg.DeathWatchNotification, Akka", (await NextEnvelope(peer)).Message.MessageManifest.ToStringUtf8());
    }

    [Theory]
    [InlineData("echo", true)]
    [InlineData("recorder", false)]
    [InlineData("echo/../recorder", false)]
    [InlineData("echo#0", false)]
    public async Task Selections_reach_trusted_paths_only(string name, bool reached)
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.Text("selected"), Frames.Child("user"), Frames.Child(name)), RawPeer.Self + "/user/me"));
        await peer.SendFrame(Frames.Envelope(At("/user/echo"), Frames.Text("told"), RawPeer.Self + "/user/me"));

        Assert.Equal(reached ? "selected" : "told", (await NextEnvelope(peer)).Message.Message.ToStringUtf8());
        Assert.False(Recorder.HasMore);
    }
}
