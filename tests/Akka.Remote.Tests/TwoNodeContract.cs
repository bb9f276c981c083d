using Akka.Actor;

namespace Akka.Remote.Tests;

/// <summary>Two nodes, and an actor on the second that answers what it is told.</summary>
public abstract class TwoNodeContract(string transport) : IAsyncLifetime
{
    private readonly Nodes _nodes = new(transport);

    protected ActorSystem A { get; private set; } = null!;

    protected ActorSystem B { get; private set; } = null!;

    public Task InitializeAsync()
    {
        A = _nodes.Start("A");
        B = _nodes.Start("B");
        B.ActorOf(Props.Create<EchoActor>(), "echo");
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    /// <summary>One more node.</summary>
    protected ActorSystem Start(string name) => _nodes.Start(name);
}
