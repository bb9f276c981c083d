using Akka.Actor;

namespace Akka.Remote.Tests.Internals;

public sealed class ResolvedPathsTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();
    private readonly ResolvedPaths _paths = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Theory]
    [InlineData(20, true)]
    [InlineData(100_000, false)]
    public void A_path_is_kept_unless_it_is_very_long(int length, bool kept)
    {
        var path = $"akka.tcp://Peer@127.0.0.1:1/user/{new string('x', length)}#1";
        var actor = ((ExtendedActorSystem)_nodes.Start("A")).Provider.ResolveActorRef(path);

        _paths.Keep(path, actor);

        Assert.Equal(kept, _paths.Find(path) is not null);
    }
}
