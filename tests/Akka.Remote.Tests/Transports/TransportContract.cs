using Akka.Actor;
using Akka.Remote.Transport;
using Google.Protobuf;

namespace Akka.Remote.Tests;

/// <summary>What any transport promises to those above it.</summary>
public abstract class TransportContract : IAsyncLifetime
{
    private readonly List<ActorSystem> _systems = [];
    private readonly List<Transport.Transport> _transports = [];
    private Endpoint _a = null!;
    private Endpoint _b = null!;

    protected abstract Transport.Transport Create(ExtendedActorSystem system);

    public async Task InitializeAsync()
    {
        _a = await Start("A");
        _b = await Start("B");
    }

    public async Task DisposeAsync()
    {
        await Task.WhenAll(_transports.Select(transport => transport.Shutdown())).WaitAsync(Recorder.Limit);
        await Task.WhenAll(_systems.Select(system => system.Terminate())).WaitAsync(Recorder.Limit);
    }

    [Fact]
    public void It_listens_at_an_address_with_its_scheme_and_the_name_of_the_system()
    {
        Assert.Equal(_a.Transport.SchemeIdentifier, _a.Address.Protocol);
        Assert.Equal("A", _a.Address.System);
        Assert.NotEqual(_a.Address.Port, _b.Address.Port);
    }

    [Fact]
    public async Task Who_associates_and_who_is_associated_with_know_their_addresses()
    {
        var (ours, theirs) = await Connect();

        Assert.Equal(_a.Address, ours.Handle.LocalAddress);
        Assert.Equal(_b.Address, ours.Handle.RemoteAddress);
        Assert.Equal(_b.Address, theirs.Handle.LocalAddress);
    }

    [Fact]
    public async Task Frames_arrive_both_ways_in_order()
    {
        const int Count = 2000;
        var (ours, theirs) = await Connect();

        await Task.WhenAll(ours.WriteAll(Count), theirs.WriteAll(Count));

        for (var i = 0; i < Count; i++)
        {
            Assert.Equal(Frame(i), await ours.NextPayload());
            Assert.Equal(Frame(i), await theirs.NextPayload());
        }
    }

    [Fact]
    public async Task Frames_wait_for_a_reader()
    {
        var ours = End.ReadBy(await _a.Transport.Associate(_b.Address));
        var handle = await _b.NextInbound();
        Assert.True(ours.Handle.Write(Frame(1)));
        Assert.True(ours.Handle.Write(Frame(2)));

        var theirs = End.ReadBy(handle);

        Assert.Equal(Frame(1), await theirs.NextPayload());
        Assert.Equal(Frame(2), await theirs.NextPayload());
    }

    [Fact]
    public async Task Who_does_not_read_is_written_to_no_more_and_gets_in_the_end_what_was_taken()
    {
        var ours = End.ReadBy(await _a.Transport.Associate(_b.Address));
        var handle = await _b.NextInbound();
        Assert.True(ours.Handle.Write(Frame(0)));

        // What may wait is far less than this, with buffers everywhere.
        var filler = ByteString.CopyFrom(new byte[64_000]);
        var taken = 0;
        while (ours.Handle.Write(filler))
            Assert.True(++taken < 2000, "128 MB were taken for a peer that reads nothing");

        var theirs = End.ReadBy(handle);
        Assert.Equal(Frame(0), await theirs.NextPayload());
        for (var i = 0; i < taken; i++)
            Assert.Equal(filler.Length, (await theirs.NextPayload()).Length);
        await ours.Write(Frame(1));
        Assert.Equal(Frame(1), await theirs.NextPayload());
    }

    [Fact]
    public async Task What_was_written_before_the_end_arrives_and_then_both_sides_hear_of_the_end()
    {
        const int Count = 100;
        var (ours, theirs) = await Connect();

        await ours.WriteAll(Count);
        ours.Handle.Disassociate();

        for (var i = 0; i < Count; i++)
            Assert.Equal(Frame(i), await theirs.NextPayload());
        await theirs.NextEnd();
        await ours.NextEnd();
    }

    [Fact]
    public async Task The_end_is_told_once_even_if_both_sides_end_it_again_and_again()
    {
        var (ours, theirs) = await Connect();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run((i % 2 == 0 ? ours : theirs).Handle.Disassociate)));

        await ours.NextEnd();
        await theirs.NextEnd();
        await _a.Transport.Shutdown();
        await _b.Transport.Shutdown();
        Assert.False(ours.HasMore);
        Assert.False(theirs.HasMore);
    }

    [Fact]
    public async Task A_write_after_the_end_is_refused_on_both_sides()
    {
        var (ours, theirs) = await Connect();

        ours.Handle.Disassociate();

        Assert.False(ours.Handle.Write(Frame(1)));
        await theirs.NextEnd();
        Assert.False(theirs.Handle.Write(Frame(1)));
    }

    [Fact]
    public async Task Ending_one_connection_leaves_the_others_alone()
    {
        var (first, _) = await Connect();
        var (second, theirs) = await Connect();

        first.Handle.Disassociate();
        await first.NextEnd();

        Assert.True(second.Handle.Write(Frame(7)));
        Assert.Equal(Frame(7), await theirs.NextPayload());
    }

    [Fact]
    public async Task Many_connections_at_once_keep_their_frames_apart()
    {
        const int Connections = 50;
        const int Count = 20;
        var ours = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () => End.ReadBy(await _a.Transport.Associate(_b.Address)))));
        for (var i = 0; i < Connections; i++)
            _ = End.ReadBy(await _b.NextInbound()).EchoAll();

        await Task.WhenAll(ours.Select((end, number) => Task.Run(async () =>
        {
            for (var i = 0; i < Count; i++)
                await end.Write(Frame((number * Count) + i));
        })));

        for (var number = 0; number < Connections; number++)
        {
            for (var i = 0; i < Count; i++)
                Assert.Equal(Frame((number * Count) + i), await ours[number].NextPayload());
        }
    }

    [Fact]
    public async Task Shutdown_ends_all_connections_and_nobody_is_there_any_more()
    {
        var pairs = new[] { await Connect(), await Connect(), await Connect() };

        Assert.True(await _b.Transport.Shutdown().WaitAsync(Recorder.Limit));

        foreach (var (ours, theirs) in pairs)
        {
            await ours.NextEnd();
            await theirs.NextEnd();
        }

        await Assert.ThrowsAsync<InvalidAssociationException>(() => _a.Transport.Associate(_b.Address));
        await Assert.ThrowsAsync<InvalidAssociationException>(() => _b.Transport.Associate(_a.Address));
    }

    [Fact]
    public async Task Associating_with_nobody_fails()
    {
        var gone = await Start("Gone");
        await gone.Transport.Shutdown();

        await Assert.ThrowsAsync<InvalidAssociationException>(() => _a.Transport.Associate(gone.Address));
    }

    private async Task<Endpoint> Start(string name)
    {
        var system = ActorSystem.Create(name, "akka { loglevel = OFF, stdout-loglevel = OFF }");
        _systems.Add(system);
        var transport = Create((ExtendedActorSystem)system);
        _transports.Add(transport);
        return await Endpoint.Listen(transport);
    }

    private async Task<(End Ours, End Theirs)> Connect()
    {
        var ours = End.ReadBy(await _a.Transport.Associate(_b.Address));
        return (ours, End.ReadBy(await _b.NextInbound()));
    }

    private static ByteString Frame(int number) => ByteString.CopyFromUtf8($"frame {number}");
}
