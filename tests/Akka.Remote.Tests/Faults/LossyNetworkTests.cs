using Akka.Actor;
using Akka.Remote.Transport;
using static Akka.Remote.Transport.FailureInjectorTransportAdapter;

namespace Akka.Remote.Tests;

/// <summary>What a network loses that seems to work.</summary>
public sealed class LossyNetworkTests : IAsyncLifetime
{
    private const int Pairs = 300;

    private const string Quick = """
        akka.remote {
          retry-gate-closed-for = 20 ms
          resend-interval = 100 ms
          system-message-ack-piggyback-timeout = 20 ms
          dot-netty.tcp { connection-timeout = 1 s, applied-adapters = [gremlin, trttl] }
        }

        """;

    // Nobody is taken for dead, however slow the machine.
    private const string Patient = Quick + "akka.remote.watch-failure-detector.acceptable-heartbeat-pause = 10 m";

    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Of_frames_lost_both_ways_system_messages_come_again_and_ordinary_ones_keep_their_order(int seed)
    {
        var (a, b) = Start(seed);
        var tally = WatchTally.Start(a, Pairs);
        var recorder = Recorder.Start(b, "recorder");
        var remote = await Nodes.Resolve(a, b, "/user/recorder");
        await LoseBothWays(a, b, new Drop(outboundDropP: 0.1, inboundDropP: 0.1));

        for (var i = 0; i < Pairs; i++)
        {
            _ = WatchAndStop(a, b, tally);
            remote.Tell(i, ActorRefs.NoSender);
        }

        Assert.True(await tally.IsComplete(), $"{tally.Count.Ended} of {Pairs} ends were told");
        Assert.Equal(0, tally.Count.Repeated);
        await LoseBothWays(a, b, PassThru.Instance);
        var heard = await UntilHeard(recorder, remote);
        Assert.Equal(heard.Distinct().Order(), heard);
        Assert.InRange(heard.Count, Pairs / 2, Pairs - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Associations_that_are_lost_too_come_about_in_the_end(int seed)
    {
        var (a, b) = Start(seed);
        var tally = WatchTally.Start(a, 1);
        await LoseBothWays(a, b, new Drop(outboundDropP: 0.1, inboundDropP: 0.1));

        _ = WatchAndStop(a, b, tally);

        Assert.True(await tally.IsComplete());
    }

    [Fact]
    public async Task Nodes_that_hear_nothing_of_each_other_take_each_other_for_dead()
    {
        var a = _nodes.Start("A", Quick + """
            akka.remote.watch-failure-detector { heartbeat-interval = 200 ms, acceptable-heartbeat-pause = 1 s, unreachable-nodes-reaper-interval = 200 ms, expected-response-after = 200 ms }
            """);
        var b = _nodes.Start("B", Patient);
        b.ActorOf(Props.Create<EchoActor>(), "echo");
        var watcher = Recorder.Start(a, "watcher");
        var echo = await Nodes.Resolve(a, b, "/user/echo");
        await watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(echo), Recorder.Limit);

        await Nodes.Command(a, Throttle(b, Blackhole.Instance));

        var terminated = await watcher.Next<Terminated>();
        Assert.Equal(echo, terminated.ActorRef);
        Assert.True(terminated.AddressTerminated);
    }

    [Fact]
    public async Task What_a_silence_swallowed_of_system_messages_comes_after_it()
    {
        var a = _nodes.Start("A", Patient);
        var b = _nodes.Start("B", Patient);
        var tally = WatchTally.Start(a, Pairs);
        var recorder = Recorder.Start(b, "recorder");
        var remote = await Nodes.Resolve(a, b, "/user/recorder");

        await Nodes.Command(a, Throttle(b, Blackhole.Instance));
        remote.Tell("into the silence", ActorRefs.NoSender);
        var stopped = new List<Task>();
        for (var i = 0; i < Pairs; i++)
            stopped.Add(WatchAndStop(a, b, tally));

        await Task.WhenAll(stopped);
        Assert.Equal(0, tally.Count.Ended);
        await Nodes.Command(a, Throttle(b, Unthrottled.Instance));
        remote.Tell("after it", ActorRefs.NoSender);

        Assert.Equal("after it", await recorder.Next<string>());
        Assert.True(await tally.IsComplete(), $"{tally.Count.Ended} of {Pairs} ends were told");
        Assert.Equal(0, tally.Count.Repeated);
    }

    private (ActorSystem A, ActorSystem B) Start(int seed) =>
        (_nodes.Start("A", $"{Patient}, akka.remote.gremlin.seed = {seed}"), _nodes.Start("B", $"{Patient}, akka.remote.gremlin.seed = {seed + 1000}"));

    // Officially, what is told of all addresses has no effect on frames.
    private static Task LoseBothWays(ActorSystem a, ActorSystem b, IGremlinMode mode) => Nodes.Command(a, new One(Nodes.AddressOf(b), mode));

    /// <summary>Done when the actor has stopped, whether its watcher has heard of it or not.</summary>
    private static Task<bool> WatchAndStop(ActorSystem a, ActorSystem b, WatchTally tally)
    {
        var actor = b.ActorOf(Props.Create<EchoActor>());
        tally.Ref.Tell(Nodes.Remote(a, b, actor), ActorRefs.NoSender);
        return actor.GracefulStop(Recorder.Limit);
    }

    private static SetThrottle Throttle(ActorSystem peer, ThrottleMode mode) => new(Nodes.AddressOf(peer), ThrottleTransportAdapter.Direction.Both, mode);

    /// <summary>What was heard before the last word, which is said until it is.</summary>
    private static async Task<List<int>> UntilHeard(Recorder recorder, IActorRef remote)
    {
        var heard = new List<int>();
        using var limit = new CancellationTokenSource(Recorder.Limit);
        while (true)
        {
            if (!recorder.HasMore)
            {
                remote.Tell("end", ActorRefs.NoSender);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
                continue;
            }

            if ((await recorder.NextReceived()).Message is not int number)
                return heard;
            heard.Add(number);
        }
    }
}
