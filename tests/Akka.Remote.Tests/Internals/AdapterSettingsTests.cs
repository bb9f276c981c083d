using Akka.Actor;

namespace Akka.Remote.Tests.Internals;

/// <summary>An adapter that can't be applied stops the start, with the setting to mend, in one line.</summary>
public sealed class AdapterSettingsTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Theory]
    [InlineData("dot-netty.tcp.applied-adapters = [trttl, gremlim]", "Setting 'akka.remote.dot-netty.tcp.applied-adapters' names 'gremlim'; the adapters in akka.remote.adapters are: gremlin, trttl")]
    [InlineData("dot-netty.tcp.applied-adapters = gremlin", "Setting 'akka.remote.dot-netty.tcp.applied-adapters' is 'gremlin'; it must be a list of texts")]
    [InlineData("adapters.mine = \"No.Such, Thing\", dot-netty.tcp.applied-adapters = [mine]", "Setting 'akka.remote.adapters.mine' is 'No.Such, Thing'")]
    [InlineData("adapters.mine = \"System.String\", dot-netty.tcp.applied-adapters = [mine]", "Setting 'akka.remote.adapters.mine' is 'System.String'")]
    [InlineData("gremlin.seed = much, dot-netty.tcp.applied-adapters = [gremlin]", "Setting 'akka.remote.gremlin.seed' is 'much'")]
    public void It_is_told_by_its_path(string setting, string what)
    {
        var error = Assert.ThrowsAny<AkkaException>(() => _nodes.Start("A", $"akka.remote {{ {setting} }}"));

        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
