using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport;
using Google.Protobuf;
using static Akka.Remote.Transport.FailureInjectorTransportAdapter;

namespace Akka.Remote.Tests.Internals;

/// <summary>The adapter gremlin on one side.</summary>
public sealed class GremlinTests : IAsyncLifetime
{
    private static readonly All DropNothing = new(PassThru.Instance);

    private readonly List<ActorSystem> _systems = [];
    private Endpoint _plain = null!;

    public async Task InitializeAsync() => _plain = await Endpoint.Listen(new InMemoryTransport(Start(seed: 0), Config.Empty));

    public Task DisposeAsync() => Task.WhenAll(_systems.Select(system => system.Terminate())).WaitAsync(Recorder.Limit);

    [Fact]
    public async Task The_same_seed_loses_the_same_frames_and_another_one_others()
    {
        var first = await Survivors(seed: 7);
        var again = await Survivors(seed: 7);
        var other = await Survivors(seed: 8);

        Assert.Equal(first.Out, again.Out);
        Assert.Equal(first.In, again.In);
        Assert.NotEqual(first.Out, other.Out);
        Assert.InRange(first.Out.Count, 50, 150);
        Assert.InRange(first.In.Count, 50, 150);
        Assert.NotEqual(first.Out, first.In);
    }

    [Fact]
    public async Task A_lost_frame_counts_as_written()
    {
        var gremlin = await Listen(seed: 0);
        var (ours, theirs) = await Connect(gremlin);
        await gremlin.Transport.ManagementCommand(new All(new Drop(1, 0)));

        Assert.True(ours.Handle.Write(Frame(1)));
        await gremlin.Transport.ManagementCommand(DropNothing);
        Assert.True(ours.Handle.Write(Frame(2)));

        Assert.Equal(Frame(2), await theirs.NextPayload());
    }

    [Fact]
    public async Task What_holds_for_one_address_holds_whatever_holds_for_all()
    {
        var gremlin = await Listen(seed: 0);
        Assert.True(await gremlin.Transport.ManagementCommand(new One(_plain.Address, PassThru.Instance)));
        Assert.True(await gremlin.Transport.ManagementCommand(new All(new Drop(1, 1))));
        var (ours, theirs) = await Connect(gremlin);

        Assert.True(ours.Handle.Write(Frame(1)));

        Assert.Equal(Frame(1), await theirs.NextPayload());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task An_association_fails_when_either_direction_loses_it(double outbound, double inbound)
    {
        var gremlin = await Listen(seed: 0);
        await gremlin.Transport.ManagementCommand(new All(new Drop(outbound, inbound)));

        var error = await Assert.ThrowsAsync<FailureInjectorException>(() => Connect(gremlin));

        Assert.Contains(_plain.Address.ToString(), error.Msg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_connects_is_lost_with_its_connection()
    {
        var gremlin = await Listen(seed: 0);
        await gremlin.Transport.ManagementCommand(new All(new Drop(0, 1)));

        var theirs = End.ReadBy(await _plain.Transport.Associate(gremlin.Address.WithProtocol("mem")));

        await theirs.NextEnd();
    }

    [Fact]
    public async Task A_command_for_an_adapter_below_reaches_it_and_one_for_nobody_does_not()
    {
        var system = Start(seed: 0);
        var transport = new FailureInjectorProvider().Create(new ThrottlerProvider().Create(new InMemoryTransport(system, Config.Empty), system), system);

        Assert.True(await transport.ManagementCommand(new SetThrottle(_plain.Address, ThrottleTransportAdapter.Direction.Both, Unthrottled.Instance)));
        Assert.False(await transport.ManagementCommand("what?"));
    }

    /// <summary>Which of 200 frames each way come through when half of them are lost.</summary>
    private async Task<(List<ByteString> Out, List<ByteString> In)> Survivors(int seed)
    {
        const int Count = 200;
        var gremlin = await Listen(seed);
        var (ours, theirs) = await Connect(gremlin);
        await gremlin.Transport.ManagementCommand(new All(new Drop(0.5, 0.5)));
        for (var i = 0; i < Count; i++)
        {
            Assert.True(ours.Handle.Write(Frame(i)));
            Assert.True(theirs.Handle.Write(Frame(i)));
        }

        theirs.Handle.Disassociate();
        return (await theirs.PayloadsToEnd(), await ours.PayloadsToEnd());
    }

    private async Task<Endpoint> Listen(int seed)
    {
        var system = Start(seed);
        return await Endpoint.Listen(new FailureInjectorProvider().Create(new InMemoryTransport(system, Config.Empty), system));
    }

    private async Task<(End Ours, End Theirs)> Connect(Endpoint gremlin)
    {
        var ours = End.ReadBy(await gremlin.Transport.Associate(_plain.Address.WithProtocol("gremlin.mem")));
        return (ours, End.ReadBy(await _plain.NextInbound()));
    }

    private ExtendedActorSystem Start(int seed)
    {
        var system = ActorSystem.Create("Here", $"akka {{ loglevel = OFF, stdout-loglevel = OFF, remote.gremlin.seed = {seed} }}");
        _systems.Add(system);
        return (ExtendedActorSystem)system;
    }

    private static ByteString Frame(int number) => ByteString.CopyFromUtf8($"frame {number}");
}
