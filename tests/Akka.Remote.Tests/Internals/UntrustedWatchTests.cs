using Akka.Actor;

namespace Akka.Remote.Tests.Internals;

/// <summary>Untrusted mode keeps harm out, not death watch.</summary>
public sealed class UntrustedWatchTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task Who_watches_from_outside_is_told_of_the_end_at_once()
    {
        var (a, b) = (Untrusted("A"), Untrusted("B"));
        var actor = b.ActorOf(Props.Create<EchoActor>(), "echo");
        var watcher = Recorder.Start(a, "watcher");
        await watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(await Nodes.Resolve(a, b, "/user/echo")), Recorder.Limit);

        b.Stop(actor);

        var terminated = await watcher.Next<Terminated>();
        Assert.False(terminated.AddressTerminated);
    }

    // Heartbeats are far apart: a node that is only found dead is found too late for this test.
    private ActorSystem Untrusted(string name) => _nodes.Start(name, """
        akka.remote {
          untrusted-mode = on
          trusted-selection-paths = ["/user/echo"]
          watch-failure-detector { heartbeat-interval = 1 h, expected-response-after = 1 h }
        }
        """);
}
