using Akka.Actor;

namespace Akka.Remote.Tests;

public sealed class DeathWatchTests : IAsyncLifetime
{
    // A node is given up in about two seconds instead of more than ten.
    private const string Quick = """
        akka.remote.watch-failure-detector { heartbeat-interval = 200 ms, acceptable-heartbeat-pause = 1 s, unreachable-nodes-reaper-interval = 200 ms, expected-response-after = 200 ms }
        """;

    // Nobody is taken for dead who is only slow.
    private const string Patient = "akka.remote.watch-failure-detector.acceptable-heartbeat-pause = 10 m";

    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task A_watcher_is_told_when_the_actor_stops()
    {
        var (a, b) = Start();
        var (watcher, echo) = await WatchEcho(a, b);

        echo.Tell("stop", ActorRefs.NoSender);

        // Whether its existence is confirmed depends on which comes first over there, the watch or the order to stop.
        var terminated = await watcher.Next<Terminated>();
        Assert.Equal(echo, terminated.ActorRef);
        Assert.False(terminated.AddressTerminated);
    }

    [Fact]
    public async Task Every_watcher_is_told_once()
    {
        var (a, b) = Start();
        var (first, echo) = await WatchEcho(a, b);
        var second = Recorder.Start(a, "second");
        await second.Ref.Ask<Recorder.Done>(new Recorder.Watch(echo), Recorder.Limit);

        echo.Tell("stop", ActorRefs.NoSender);

        await first.Next<Terminated>();
        await second.Next<Terminated>();
        first.Ref.Tell("end", ActorRefs.NoSender);
        Assert.Equal("end", await first.Next<string>());
    }

    [Fact]
    public async Task A_watcher_is_told_when_the_system_of_the_actor_terminates()
    {
        var (a, b) = Start(Quick);
        var (watcher, echo) = await WatchEcho(a, b);

        await b.Terminate().WaitAsync(Recorder.Limit);

        Assert.Equal(echo, (await watcher.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task Watching_an_actor_that_never_was_is_answered_by_Terminated()
    {
        var (a, b) = Start();
        var watcher = Recorder.Start(a, "watcher");
        var nobody = ((ExtendedActorSystem)a).Provider.ResolveActorRef(Nodes.AddressOf(b) + "/user/nobody");

        await watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(nobody), Recorder.Limit);

        var terminated = await watcher.Next<Terminated>();
        Assert.Equal(nobody, terminated.ActorRef);
        Assert.False(terminated.ExistenceConfirmed);
    }

    [Fact]
    public async Task Who_no_longer_watches_is_not_told()
    {
        var (a, b) = Start();
        var (watcher, echo) = await WatchEcho(a, b);
        var other = Recorder.Start(a, "other");
        await other.Ref.Ask<Recorder.Done>(new Recorder.Watch(echo), Recorder.Limit);

        await watcher.Ref.Ask<Recorder.Done>(new Recorder.Unwatch(echo), Recorder.Limit);
        echo.Tell("stop", ActorRefs.NoSender);

        await other.Next<Terminated>();
        watcher.Ref.Tell("end", ActorRefs.NoSender);
        Assert.Equal("end", await watcher.Next<string>());
    }

    [Fact]
    public async Task A_node_that_never_answers_is_reported_as_terminated()
    {
        var a = _nodes.Start("A", Quick);
        var watcher = Recorder.Start(a, "watcher");
        var nowhere = ((ExtendedActorSystem)a).Provider.ResolveActorRef($"akka.tcp://Nowhere@127.0.0.1:{_nodes.FreePort()}/user/nobody");

        await watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(nowhere), Recorder.Limit);

        Assert.Equal(nowhere, (await watcher.Next<Terminated>()).ActorRef);
    }

    private (ActorSystem A, ActorSystem B) Start(string settings = Patient)
    {
        var a = _nodes.Start("A", settings);
        var b = _nodes.Start("B", settings);
        b.ActorOf(Props.Create<EchoActor>(), "echo");
        return (a, b);
    }

    private static async Task<(Recorder Watcher, IActorRef Echo)> WatchEcho(ActorSystem a, ActorSystem b)
    {
        var watcher = Recorder.Start(a, "watcher");
        var echo = await Nodes.Resolve(a, b, "/user/echo");
        await watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(echo), Recorder.Limit);
        return (watcher, echo);
    }
}
