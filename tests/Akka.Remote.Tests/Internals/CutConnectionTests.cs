using System.Security.Cryptography;
using Akka.Actor;

namespace Akka.Remote.Tests.Internals;

/// <summary>
/// Connections that break at any moment cost no system message. That is more than the official packages keep: in the same test 1.5.74
/// told 9,945 of 10,001 ends.
/// </summary>
public sealed class CutConnectionTests : IAsyncLifetime, IDisposable
{
    private const int Cuts = 50;
    private const int PairsPerCut = 200;

    // Nobody is taken for dead here, however slow the machine.
    private const string Patient = """
        akka.remote {
          retry-gate-closed-for = 20 ms
          resend-interval = 100 ms
          system-message-ack-piggyback-timeout = 20 ms
          watch-failure-detector.acceptable-heartbeat-pause = 10 m
        }
        """;

    private readonly Nodes _nodes = new();
    private readonly Relay _toA = new();
    private readonly Relay _toB = new();
    private readonly int _seed = RandomNumberGenerator.GetInt32(int.MaxValue);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    public void Dispose()
    {
        _toA.Dispose();
        _toB.Dispose();
    }

    [Fact]
    public async Task Every_end_is_told_once_with_the_connections_both_ways_cut_again_and_again()
    {
        var a = _nodes.StartBehind(_toA, "A", Patient);
        var b = _nodes.StartBehind(_toB, "B", Patient);
        var unrelated = Recorder.Start(a, "unrelated");

        // Both have a connection of their own to lose.
        Nodes.Remote(b, a, unrelated.Ref).Tell("hello", ActorRefs.NoSender);
        await unrelated.Next<string>();

        await WatchWhileCutting(a, b);
    }

    private async Task WatchWhileCutting(ActorSystem a, ActorSystem b)
    {
        var random = new Random(_seed);
        var tally = WatchTally.Start(a, (Cuts * PairsPerCut) + 1);
        var alive = new Queue<IActorRef>();
        for (var cut = 0; cut < Cuts; cut++)
        {
            var at = random.Next(PairsPerCut);
            var (before, during) = (random.Next(80), random.Next(40));
            var cutting = Task.CompletedTask;
            for (var pair = 0; pair < PairsPerCut; pair++)
            {
                if (pair == at)
                    cutting = CutFor(TimeSpan.FromMilliseconds(before), TimeSpan.FromMilliseconds(during));
                alive.Enqueue(WatchNew(a, b, tally));
                StopOldest(b, alive, keep: 100);
            }

            await cutting;
        }

        StopOldest(b, alive, keep: 0);

        // Told last, so whatever else would be told twice has been told before.
        var last = WatchNew(a, b, tally);
        b.Stop(last);
        var isComplete = await tally.IsComplete();

        Assert.InRange(_toA.Broken + _toB.Broken, Cuts / 5, 2 * Cuts);
        var (ended, repeated) = tally.Count;
        Assert.True(isComplete && repeated == 0, $"Of {(Cuts * PairsPerCut) + 1} ends {ended} were told, {repeated} more than once (seed {_seed})");
    }

    private static IActorRef WatchNew(ActorSystem a, ActorSystem b, WatchTally tally)
    {
        var actor = b.ActorOf(Props.Create<EchoActor>());
        tally.Ref.Tell(Nodes.Remote(a, b, actor), ActorRefs.NoSender);
        return actor;
    }

    private static void StopOldest(ActorSystem system, Queue<IActorRef> alive, int keep)
    {
        while (alive.Count > keep)
            system.Stop(alive.Dequeue());
    }

    private async Task CutFor(TimeSpan before, TimeSpan during)
    {
        await Task.Delay(before, TimeProvider.System);
        _toA.Cut();
        _toB.Cut();
        await Task.Delay(during, TimeProvider.System);
        _toA.Restore();
        _toB.Restore();
    }
}
