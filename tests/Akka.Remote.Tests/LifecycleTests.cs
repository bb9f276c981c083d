using Akka.Actor;
using Akka.Event;

namespace Akka.Remote.Tests;

public sealed class LifecycleTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public void Port_0_takes_a_free_port_and_the_address_names_it()
    {
        var address = Nodes.AddressOf(_nodes.Start("A"));

        Assert.Equal("akka.tcp", address.Protocol);
        Assert.Equal("127.0.0.1", address.Host);
        Assert.InRange(address.Port!.Value, 1, 65535);
    }

    [Fact]
    public void A_port_in_use_fails_the_start()
    {
        var a = _nodes.Start("A");

        Assert.ThrowsAny<Exception>(() => _nodes.Start("B", $$"""
            akka.remote.dot-netty.tcp { port = {{Nodes.AddressOf(a).Port}}, tcp-reuse-addr = off }
            """));

        Assert.False(a.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task Both_sides_hear_that_they_are_associated()
    {
        var a = _nodes.Start("A");
        var b = _nodes.Start("B");
        var atA = Listen(a);
        var atB = Listen(b);

        Nodes.Select(a, b, "/user/nobody").Tell("hello", ActorRefs.NoSender);

        var outbound = await atA.First<AssociatedEvent>();
        Assert.Equal(Nodes.AddressOf(b), outbound.RemoteAddress);
        Assert.False(outbound.IsInbound);
        var inbound = await atB.First<AssociatedEvent>();
        Assert.Equal(Nodes.AddressOf(a), inbound.RemoteAddress);
        Assert.True(inbound.IsInbound);
    }

    [Fact]
    public async Task Nobody_there_is_told_as_an_association_error()
    {
        var a = _nodes.Start("A");
        var events = Listen(a);
        var port = _nodes.FreePort();

        a.ActorSelection($"akka.tcp://B@127.0.0.1:{port}/user/nobody").Tell("hello", ActorRefs.NoSender);

        var error = await events.First<AssociationErrorEvent>();
        Assert.Equal(port, error.RemoteAddress.Port);
        Assert.Equal(LogLevel.WarningLevel, error.LogLevel());
        Assert.False(error.IsInbound);
    }

    [Fact]
    public async Task Who_shuts_down_disassociates()
    {
        var a = _nodes.Start("A");
        var b = _nodes.Start("B");
        b.ActorOf(Props.Create<EchoActor>(), "echo");
        var events = Listen(a);
        await Nodes.Resolve(a, b, "/user/echo");

        await b.Terminate().WaitAsync(Recorder.Limit);

        var gone = await events.First<DisassociatedEvent>();
        Assert.Equal(Nodes.AddressOf(b), gone.RemoteAddress);
    }

    [Fact]
    public async Task What_was_told_before_the_shutdown_still_arrives()
    {
        var a = _nodes.Start("A", "akka.remote.flush-wait-on-shutdown = 25 s");
        var b = _nodes.Start("B");
        var recorder = Recorder.Start(b, "recorder");
        var remote = await Nodes.Resolve(a, b, "/user/recorder");

        for (var i = 0; i < 1000; i++)
            remote.Tell(i, ActorRefs.NoSender);
        await a.Terminate().WaitAsync(Recorder.Limit);

        for (var i = 0; i < 1000; i++)
            Assert.Equal(i, await recorder.Next<int>());
    }

    [Fact]
    public async Task A_node_that_comes_back_at_its_address_is_reached_again()
    {
        var a = _nodes.Start("A");
        var atItsAddress = $"akka.remote.dot-netty.tcp.port = {_nodes.FreePort()}";
        var b = _nodes.Start("B", atItsAddress);
        b.ActorOf(Props.Create<EchoActor>(), "echo");
        await Nodes.Resolve(a, b, "/user/echo");
        await b.Terminate().WaitAsync(Recorder.Limit);

        var again = _nodes.Start("B", atItsAddress);
        again.ActorOf(Props.Create<EchoActor>(), "echo");

        // Until the gate opens, questions are lost.
        IActorRef? echo = null;
        using var limit = new CancellationTokenSource(Recorder.Limit);
        while (echo is null)
        {
            limit.Token.ThrowIfCancellationRequested();
            try
            {
                echo = await Nodes.Select(a, again, "/user/echo").ResolveOne(TimeSpan.FromMilliseconds(300));
            }
            catch (ActorNotFoundException)
            {
                // Asked too early.
            }
        }

        Assert.Equal("hello", await echo.Ask<string>("hello", Recorder.Limit));
    }

    [Fact]
    public void Uids_differ_between_systems()
    {
        var uids = new[] { "A", "B", "C" }.Select(name => AddressUidExtension.Uid(_nodes.Start(name))).ToList();

        Assert.Equal(3, uids.Distinct().Count());
    }

    [Fact]
    public void The_uid_of_a_system_stays()
    {
        var a = _nodes.Start("A");

        Assert.Equal(AddressUidExtension.Uid(a), AddressUidExtension.Uid(a));
    }

    private static Recorder Listen(ActorSystem system)
    {
        var recorder = Recorder.Start(system, "events");
        system.EventStream.Subscribe(recorder.Ref, typeof(RemotingLifecycleEvent));
        return recorder;
    }
}
