using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport;
using Akka.Remote.Wire;
using Akka.Tests.Actor.Scheduler;
using Google.Protobuf;
using static Akka.Remote.Transport.ThrottleTransportAdapter;

namespace Akka.Remote.Tests.Internals;

/// <summary>The adapter trttl on one side, in virtual time.</summary>
public sealed class ThrottlerTests : IAsyncLifetime
{
    private static readonly TimeSpan Tenth = TimeSpan.FromSeconds(0.1);

    private readonly ActorSystem _system = ActorSystem.Create("Here", $"""
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.scheduler.implementation = "{typeof(HandScheduler).AssemblyQualifiedName}"
        """);

    private Endpoint _throttled = null!;
    private Endpoint _plain = null!;

    private HandScheduler Scheduler => (HandScheduler)_system.Scheduler;

    public async Task InitializeAsync()
    {
        _throttled = await Endpoint.Listen(new ThrottlerProvider().Create(new InMemoryTransport(_system, Config.Empty), (ExtendedActorSystem)_system));
        _plain = await Endpoint.Listen(new InMemoryTransport(_system, Config.Empty));
    }

    public async Task DisposeAsync()
    {
        await _throttled.Transport.Shutdown();
        await _plain.Transport.Shutdown();
        await Scheduler.PassUntil(_system.Terminate());
    }

    [Fact]
    public async Task What_goes_out_faster_than_allowed_is_refused_until_time_has_passed()
    {
        var (ours, theirs) = await Connect();
        await Set(Direction.Send, new TokenBucket(100, 100, 0, 100));

        Assert.True(ours.Handle.Write(Frame(60)));
        Assert.False(ours.Handle.Write(Frame(60)));
        Scheduler.Advance(Tenth);
        Assert.False(ours.Handle.Write(Frame(60)));
        Scheduler.Advance(Tenth);
        Assert.True(ours.Handle.Write(Frame(60)));

        Assert.Equal(Frame(60), await theirs.NextPayload());
        Assert.Equal(Frame(60), await theirs.NextPayload());
        Assert.False(theirs.HasMore);
    }

    [Fact]
    public async Task What_comes_in_faster_than_allowed_waits_in_order_and_so_does_the_end()
    {
        var (ours, theirs) = await Connect();
        await Set(Direction.Receive, new TokenBucket(100, 100, 0, 100));

        foreach (var size in new[] { 90, 20, 30 })
            Assert.True(theirs.Handle.Write(Frame(size)));
        theirs.Handle.Disassociate();

        Assert.Equal(Frame(90), await ours.NextPayload());
        await Until(() => !theirs.Handle.Write(Frame(1)));
        Assert.False(ours.HasMore);
        Assert.Equal(Frame(20), await Advancing(ours.NextPayload));
        Assert.Equal(Frame(30), await Advancing(ours.NextPayload));
        await ours.NextEnd();
    }

    [Fact]
    public void The_time_until_there_is_enough_is_never_none()
    {
        // A third of a nanosecond is missing, of a clock that goes by 100.
        var bucket = new TokenBucket(100, 300, 0, 0);

        Assert.False(bucket.TryConsumeTokens(3_333_333, 1).Item2);
        Assert.Equal(TimeSpan.FromTicks(1), bucket.TimeToAvailable(3_333_333, 1));
    }

    [Fact]
    public async Task A_frame_above_the_buckets_capacity_goes_and_leaves_a_debt()
    {
        var (ours, theirs) = await Connect();
        await Set(Direction.Send, new TokenBucket(100, 100, 0, 1));

        Assert.True(ours.Handle.Write(Frame(101)));
        Scheduler.Advance(10 * Tenth);
        Assert.False(ours.Handle.Write(Frame(1)));
        Scheduler.Advance(Tenth);
        Assert.True(ours.Handle.Write(Frame(1)));

        Assert.Equal(Frame(101), await theirs.NextPayload());
        Assert.Equal(Frame(1), await theirs.NextPayload());
    }

    [Fact]
    public async Task A_black_hole_swallows_what_goes_out_and_what_comes_in()
    {
        var (ours, theirs) = await Connect();
        await Set(Direction.Both, Blackhole.Instance);

        Assert.True(ours.Handle.Write(Frame(1)));
        Assert.True(theirs.Handle.Write(Frame(2)));
        theirs.Handle.Disassociate();

        // The end is none of its business.
        await ours.NextEnd();
        await theirs.NextEnd();
    }

    [Fact]
    public async Task Without_a_limit_all_that_waited_comes_at_once()
    {
        var (ours, theirs) = await Connect();
        await Set(Direction.Receive, new TokenBucket(1, 0.001, 0, 0));
        for (var size = 1; size <= 3; size++)
            Assert.True(theirs.Handle.Write(Frame(size)));

        await Set(Direction.Both, Unthrottled.Instance);

        for (var size = 1; size <= 3; size++)
            Assert.Equal(Frame(size), await ours.NextPayload());
    }

    [Fact]
    public async Task A_limit_is_for_one_address_and_for_connections_to_come_too()
    {
        var other = await Endpoint.Listen(new InMemoryTransport(_system, Config.Empty));
        await Set(Direction.Send, Blackhole.Instance);
        var (swallowed, _) = await Connect();
        var free = End.ReadBy(await _throttled.Transport.Associate(Throttled(other.Address)));
        var theirs = End.ReadBy(await other.NextInbound());

        Assert.True(swallowed.Handle.Write(Frame(1)));
        Assert.True(free.Handle.Write(Frame(2)));

        Assert.Equal(Frame(2), await theirs.NextPayload());
        await other.Transport.Shutdown();
    }

    [Fact]
    public async Task Who_connects_is_known_by_the_address_of_its_handshake()
    {
        await Set(Direction.Both, Blackhole.Instance);
        var theirs = End.ReadBy(await _plain.Transport.Associate(_throttled.Address.WithProtocol("mem")));
        var ours = End.ReadBy(await _throttled.NextInbound());

        Assert.True(ours.Handle.Write(Frame(1)));
        Assert.Equal(Frame(1), await theirs.NextPayload());
        Assert.True(theirs.Handle.Write(Frame(2)));
        Assert.Equal(Frame(2), await ours.NextPayload());
        Assert.True(theirs.Handle.Write(Pdu.Associate(_plain.Address, 1)));
        Assert.True(theirs.Handle.Write(Frame(3)));
        theirs.Handle.Disassociate();

        await ours.NextEnd();
    }

    [Fact]
    public async Task Connections_are_ended_by_force()
    {
        var (ours, theirs) = await Connect();

        await Tell(new ForceDisassociate(_plain.Address));

        await ours.NextEnd();
        await theirs.NextEnd();
    }

    [Fact]
    public async Task Connections_are_ended_as_if_the_peer_had_given_a_reason()
    {
        var (ours, theirs) = await Connect();

        await Tell(new ForceDisassociateExplicitly(_plain.Address, DisassociateInfo.Quarantined));

        Assert.Equal(DisassociateInfo.Quarantined, (await ours.NextEnd()).Info);
        await theirs.NextEnd();
        Assert.False(ours.HasMore);
    }

    private Task Set(Direction direction, ThrottleMode mode) => Tell(new SetThrottle(_plain.Address, direction, mode));

    private async Task Tell(object command) => Assert.True(await _throttled.Transport.ManagementCommand(command));

    private async Task<(End Ours, End Theirs)> Connect()
    {
        var ours = End.ReadBy(await _throttled.Transport.Associate(Throttled(_plain.Address)));
        return (ours, End.ReadBy(await _plain.NextInbound()));
    }

    /// <summary>Lets time pass until it is done.</summary>
    private async Task<T> Advancing<T>(Func<Task<T>> act)
    {
        var done = act();
        await Until(() =>
        {
            Scheduler.Advance(Tenth);
            return done.IsCompleted;
        });
        return await done;
    }

    private static async Task Until(Func<bool> fact)
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        while (!fact())
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, limit.Token);
    }

    private static Address Throttled(Address address) => new SchemeAugmenter(Scheme).AugmentScheme(address);

    private static ByteString Frame(int size) => ByteString.CopyFrom([.. Enumerable.Repeat((byte)'x', size)]);
}
