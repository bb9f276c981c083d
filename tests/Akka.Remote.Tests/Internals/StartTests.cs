using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport.DotNetty;

namespace Akka.Remote.Tests.Internals;

public sealed class StartTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public void A_port_in_use_is_told_in_one_line_with_address_and_port()
    {
        var port = Nodes.AddressOf(_nodes.Start("A")).Port;

        var error = Assert.Throws<RemoteTransportException>(() => _nodes.Start("B", $"akka.remote.dot-netty.tcp.port = {port}"));

        Assert.StartsWith($"Cannot listen on 127.0.0.1:{port}: the port is in use", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("port = 70000", "port")]
    [InlineData("port = -1", "port")]
    [InlineData("maximum-frame-size = 31999b", "maximum-frame-size")]
    [InlineData("connection-timeout = never", "connection-timeout")]
    [InlineData("backlog = 0", "backlog")]
    [InlineData("tcp-nodelay = 3", "tcp-nodelay")]
    public void A_setting_that_cannot_be_is_told_by_name(string setting, string name)
    {
        var error = Assert.Throws<ConfigurationException>(() => TcpSettings.Read(ConfigurationFactory.ParseString(setting)));

        Assert.Contains($"'akka.remote.dot-netty.tcp.{name}' is", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unless_told_otherwise_only_this_machine_is_listened_to() =>
        Assert.Equal("127.0.0.1", TcpSettings.Read(Config.Empty).Hostname);

    [Fact]
    public void The_public_name_and_port_are_what_others_are_told()
    {
        var address = Nodes.AddressOf(_nodes.Start("A", """akka.remote.dot-netty.tcp { public-hostname = "localhost", public-port = 4711 }"""));

        Assert.Equal("akka.tcp://A@localhost:4711", address.ToString());
    }

    [Ipv6Fact]
    public async Task Nodes_reach_each_other_over_IPv6()
    {
        var a = _nodes.Start("A", """akka.remote.dot-netty.tcp.hostname = "::1" """);
        var b = _nodes.Start("B", """akka.remote.dot-netty.tcp.hostname = "::1" """);
        b.ActorOf(Props.Create<EchoActor>(), "echo");

        var echo = await Nodes.Resolve(a, b, "/user/echo");

        Assert.StartsWith("akka.tcp://B@[::1]:", echo.Path.ToString(), StringComparison.Ordinal);
        Assert.Equal("hello", await echo.Ask<string>("hello", Recorder.Limit));
    }

    [Fact]
    public Task A_node_that_listens_everywhere_is_reached_by_its_public_name() => AssertReached("0.0.0.0", "127.0.0.1");

    [Ipv6Fact]
    public Task So_is_one_that_listens_everywhere_in_IPv6() => AssertReached("::", "[::1]");

    [Fact]
    public void A_host_name_that_nobody_knows_is_told()
    {
        var error = Assert.Throws<RemoteTransportException>(() => _nodes.Start("A", """
            akka.remote.dot-netty.tcp.hostname = "no-such-host.invalid"
            """));

        Assert.StartsWith("The host name 'no-such-host.invalid' is not known", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ transport-class = \"No.Such, Thing\" }", "Setting 'akka.remote.mine.transport-class' is 'No.Such, Thing'; it must be the name of a class and its assembly")]
    [InlineData("{ port = 1 }", "Setting 'akka.remote.mine.transport-class' is missing; it must be the name of a class and its assembly")]
    public void A_transport_without_a_class_is_told_by_its_path(string section, string what)
    {
        var error = Assert.ThrowsAny<AkkaException>(() => _nodes.Start("A", $$"""
            akka.remote { enabled-transports = ["akka.remote.mine"], mine {{section}} }
            """));

        Assert.Equal(what, error.Message);
    }

    [Fact]
    public async Task A_peer_that_never_closes_does_not_hold_up_a_shutdown()
    {
        var node = _nodes.Start("A", "akka.remote { flush-wait-on-shutdown = 1 h, shutdown-timeout = 1 h }");
        using var peer = RawPeer.Connect(node);
        await peer.Associate(uid: 1);

        await node.Terminate().WaitAsync(Recorder.Limit);

        Assert.True(node.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task An_address_under_another_name_is_refused_with_the_right_one()
    {
        var a = _nodes.Start("A");
        var b = _nodes.Start("B");
        var events = Recorder.Start(a, "events");
        a.EventStream.Subscribe(events.Ref, typeof(AssociationErrorEvent));

        a.ActorSelection($"akka.tcp://NotB@127.0.0.1:{Nodes.AddressOf(b).Port}/user/x").Tell("hello", ActorRefs.NoSender);

        var error = await events.Next<AssociationErrorEvent>();
        Assert.Contains($"calls itself {Nodes.AddressOf(b)}", error.Cause.Message, StringComparison.Ordinal);
    }

    private async Task AssertReached(string everywhere, string name)
    {
        var a = _nodes.Start("A");
        var b = _nodes.Start("B", $$"""akka.remote.dot-netty.tcp { hostname = "{{everywhere}}", public-hostname = "{{name}}" }""");
        b.ActorOf(Props.Create<EchoActor>(), "echo");

        var echo = await Nodes.Resolve(a, b, "/user/echo");

        Assert.StartsWith($"akka.tcp://B@{name}:", echo.Path.ToString(), StringComparison.Ordinal);
        Assert.Equal("hello", await echo.Ask<string>("hello", Recorder.Limit));
    }
}
