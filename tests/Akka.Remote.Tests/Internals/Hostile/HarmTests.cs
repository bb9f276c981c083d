using Akka.Actor;

namespace Akka.Remote.Tests.Internals.Hostile;

public sealed class HarmTests() : HarmTest("akka.remote.untrusted-mode = off")
{
    [Theory]
    [InlineData("/user/echo")]
    [InlineData("/user/echo#UID")]
    [InlineData("/user/recorder/../echo")]
    public async Task PoisonPill_stops_an_actor_of_the_program(string path)
    {
        using var peer = await Stranger();
        var echo = await Node.ActorSelection("/user/echo").ResolveOne(Recorder.Limit);
        await Recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(echo), Recorder.Limit);

        await peer.SendFrame(Frames.Envelope(At(path.Replace("UID", $"{echo.Path.Uid}", StringComparison.Ordinal)), Frames.Small("PP")));

        Assert.Equal(echo, (await Recorder.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task PoisonPill_by_a_selection_of_names_stops_an_actor_of_the_program()
    {
        using var peer = await Stranger();
        var echo = await Node.ActorSelection("/user/echo").ResolveOne(Recorder.Limit);
        await Recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(echo), Recorder.Limit);

        await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.Small("PP"), Frames.Child("user"), Frames.Child("echo"))));

        Assert.Equal(echo, (await Recorder.Next<Terminated>()).ActorRef);
    }
}
