using System.Collections.Concurrent;
using Akka.Event;

namespace Akka.Remote.Tests.Internals.Tls;

/// <summary>What a node with TLS says of its settings when it starts.</summary>
public sealed class TlsStartTests(TestAuthority authority) : IClassFixture<TestAuthority>, IAsyncLifetime
{
    private const string Trusting = "trusted-certificates = \"\"";

    private readonly Nodes _nodes = new(authority.Settings());

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public void That_whoever_the_machine_trusts_may_join() =>
        Assert.Contains("trusted-certificates", Assert.Single(Warnings(Trusting)), StringComparison.Ordinal);

    [Fact]
    public void That_any_certificate_is_taken() =>
        Assert.Contains("suppress-validation", Assert.Single(Warnings($"{Trusting}, suppress-validation = on")), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData($"{Trusting}, require-mutual-authentication = off")]
    public void Nothing_when_it_is_as_it_should_be_or_was_asked_for(string ssl) => Assert.Empty(Warnings(ssl));

    private List<string> Warnings(string ssl)
    {
        var system = _nodes.Start("Node", $$"""
            akka { stdout-loglevel = WARNING, loggers = [], stdout-logger-class = "{{typeof(Keeper).AssemblyQualifiedName}}" }
            akka.remote.dot-netty.tcp.ssl { {{ssl}} }
            """);
        return [.. ((Keeper)system.Settings.StdoutLogger).Events.OfType<Warning>().Select(warning => $"{warning.Message}")];
    }

    public sealed class Keeper : MinimalLogger
    {
        public ConcurrentQueue<object> Events { get; } = new();

        protected override void Log(object message) => Events.Enqueue(message);
    }
}
