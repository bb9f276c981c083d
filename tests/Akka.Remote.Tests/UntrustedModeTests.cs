using Akka.Actor;

namespace Akka.Remote.Tests;

public sealed class UntrustedModeTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();
    private ActorSystem _a = null!;
    private ActorSystem _b = null!;
    private Recorder _recorder = null!;

    public Task InitializeAsync()
    {
        _a = _nodes.Start("A");
        _b = _nodes.Start("B", """akka.remote { untrusted-mode = on, trusted-selection-paths = ["/user/trusted"] }""");
        _recorder = Recorder.Start(_a, "recorder");
        _b.ActorOf(Props.Create<EchoActor>(), "trusted");
        _b.ActorOf(Props.Create<EchoActor>(), "other");
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task Selections_reach_trusted_paths_only()
    {
        Nodes.Select(_a, _b, "/user/other").Tell("dropped", _recorder.Ref);
        Nodes.Select(_a, _b, "/user/*").Tell("dropped", _recorder.Ref);
        Nodes.Select(_a, _b, "/user/trusted").Tell("taken", _recorder.Ref);

        Assert.Equal("taken", await _recorder.Next<string>());
        Assert.False(_recorder.HasMore);
    }

    [Fact]
    public async Task PoisonPill_from_outside_is_dropped()
    {
        var trusted = await Nodes.Resolve(_a, _b, "/user/trusted");

        trusted.Tell(PoisonPill.Instance, ActorRefs.NoSender);

        Assert.Equal("alive", await trusted.Ask<string>("alive", Recorder.Limit));
    }
}
