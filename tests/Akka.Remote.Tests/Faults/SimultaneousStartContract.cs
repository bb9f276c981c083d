using Akka.Actor;

namespace Akka.Remote.Tests;

/// <summary>Two nodes that turn to each other at the same moment lose nothing by it.</summary>
public abstract class SimultaneousStartContract(string transport) : IAsyncLifetime
{
    // So many nodes are 210 pairs who have never talked to each other.
    private const int Count = 21;
    private const int Messages = 20;

    private readonly Nodes _nodes = new(transport);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task What_both_say_arrives_once_and_in_order_whoever_connected_first()
    {
        var systems = Enumerable.Range(0, Count).Select(number => _nodes.Start($"N{number}")).ToList();
        for (var one = 0; one < Count; one++)
        {
            for (var other = one + 1; other < Count; other++)
                await TalkAtOnce(systems[one], systems[other]);
        }
    }

    private static async Task TalkAtOnce(ActorSystem a, ActorSystem b)
    {
        var atA = Recorder.Start(a, $"for-{b.Name}");
        var atB = Recorder.Start(b, $"for-{a.Name}");
        var toA = Nodes.Remote(b, a, atA.Ref);
        var toB = Nodes.Remote(a, b, atB.Ref);
        using var start = new Barrier(2);

        await Task.WhenAll(Say(toA, start), Say(toB, start)).WaitAsync(Recorder.Limit);

        await AssertHeard(atA);
        await AssertHeard(atB);
    }

    private static Task Say(IActorRef to, Barrier start) => Task.Factory.StartNew(
        () =>
        {
            start.SignalAndWait();
            for (var i = 0; i <= Messages; i++)
                to.Tell(i, ActorRefs.NoSender);
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private static async Task AssertHeard(Recorder recorder)
    {
        for (var i = 0; i <= Messages; i++)
            Assert.Equal(i, await recorder.Next<int>());
        Assert.False(recorder.HasMore);
    }
}

public sealed class SimultaneousStartTests() : SimultaneousStartContract(Nodes.Tcp);

public sealed class InMemorySimultaneousStartTests() : SimultaneousStartContract(InMemoryTransport.Settings);
