using Akka.Actor;
using Akka.Event;

namespace Akka.Remote.Tests.Internals;

public sealed class ShutdownTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task What_was_told_while_still_connecting_arrives_before_the_end()
    {
        var a = _nodes.Start("A", "akka.remote.flush-wait-on-shutdown = 25 s");
        var b = _nodes.Start("B");
        var recorder = Recorder.Start(b, "recorder");

        Nodes.Select(a, b, "/user/recorder").Tell("last words", ActorRefs.NoSender);
        await a.Terminate().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal("last words", await recorder.Next<string>());
    }

    [Fact]
    public async Task What_is_told_to_somebody_new_after_the_end_is_a_dead_letter_at_once()
    {
        var node = _nodes.Start("Node");
        var provider = (RemoteActorRefProvider)((ExtendedActorSystem)node).Provider;
        var recorder = Recorder.Start(node, "recorder");
        node.EventStream.Subscribe(recorder.Ref, typeof(DeadLetter));
        node.EventStream.Subscribe(recorder.Ref, typeof(AssociationErrorEvent));
        await provider.Transport.Shutdown().WaitAsync(Recorder.Limit);

        provider.ResolveActorRef(RawPeer.Self + "/user/theirs").Tell("too late", ActorRefs.NoSender);

        // Trying to connect would have failed first.
        Assert.Equal("too late", (await recorder.Next<DeadLetter>()).Message);
    }

    [Fact]
    public async Task Systems_that_end_at_the_same_time_do_not_wait_for_each_other()
    {
        // Far longer than the test may take: whoever waits for the other fails it.
        var systems = Enumerable.Range(0, 6).Select(number => _nodes.Start($"N{number}", "akka.remote.flush-wait-on-shutdown = 5 m, akka.remote.shutdown-timeout = 5 m")).ToList();
        foreach (var system in systems)
            system.ActorOf(Props.Create<EchoActor>(), "echo");
        foreach (var (from, to) in systems.SelectMany(from => systems.Where(to => to != from).Select(to => (from, to))))
            await Nodes.Resolve(from, to, "/user/echo");

        await Task.WhenAll(systems.Select(system => system.Terminate())).WaitAsync(Recorder.Limit);
    }
}
