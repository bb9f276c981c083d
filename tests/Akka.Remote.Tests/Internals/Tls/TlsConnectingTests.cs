using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Akka.Actor;
using Akka.Event;

namespace Akka.Remote.Tests.Internals.Tls;

/// <summary>A node that connects to where it can't associate: the AssociationErrorEvent, and one line of the log, say why.</summary>
public sealed class TlsConnectingTests(TestAuthority authority) : IClassFixture<TestAuthority>, IAsyncLifetime
{
    private const string Plain = "akka.remote.dot-netty.tcp.enable-ssl = off";

    private readonly Nodes _nodes = new(authority.Settings());

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task Plain_to_a_node_with_TLS()
    {
        var node = TlsNode.Start(_nodes, authority);

        await AssertFails($"akka.tcp://Node@127.0.0.1:{node.Port}", Plain, "the other side speaks TLS, and this node does not");

        await node.AssertRefusedInOneLine("the other side does not speak TLS, and this node does");
    }

    [Fact]
    public async Task With_TLS_to_a_plain_node()
    {
        var node = _nodes.Start("Node", $"{TlsNode.Talkative}\n{Plain}");
        var log = TlsNode.LogOf(node);

        await AssertFails($"akka.ssl.tcp://Node@127.0.0.1:{Nodes.AddressOf(node).Port}", "", "without a word of TLS", "enable-ssl");

        Assert.Contains("the other side speaks TLS, and this node does not", (await log.Next<Warning>()).Message!.ToString(), StringComparison.Ordinal);
        using var good = RawPeer.Connect(node);
        Assert.NotNull(await good.Associate(uid: 1));
        TlsNode.AssertNoMoreIn(log);
    }

    [Fact]
    public async Task To_a_node_whose_certificate_nobody_has_signed_who_is_trusted()
    {
        var node = TlsNode.Start(_nodes, authority);
        using var others = TestAuthority.Another();

        await AssertFails(
            Nodes.AddressOf(node.System).ToString(), Trust(others.RootFile),
            "[CN=good]", "nobody who is trusted here has signed it, but [CN=Test root]", others.RootFile);

        await node.AssertRefusedInOneLine("refuses our certificate [CN=good]");
    }

    [Fact]
    public async Task To_a_node_that_does_not_trust_ours()
    {
        var node = TlsNode.Start(_nodes, authority);
        using var others = TestAuthority.Another();

        await AssertFails(
            Nodes.AddressOf(node.System).ToString(), Own(others.Issue("Felix")),
            "right after the TLS handshake", "refuses our certificate [CN=Felix]");

        await node.AssertRefusedInOneLine("[CN=Felix]", "nobody who is trusted here has signed it");
    }

    [Fact]
    public async Task To_a_node_whose_certificate_is_made_for_another_host()
    {
        var node = TlsNode.Start(_nodes, authority, Own(authority.Issue("elsewhere", hosts: "example.org 10.0.0.1")));

        await AssertFails(Nodes.AddressOf(node.System).ToString(), "", "[CN=elsewhere]", "it is made for example.org, 10.0.0.1, not for 127.0.0.1");

        await node.AssertRefusedInOneLine("refuses our certificate [CN=elsewhere]");
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task To_a_server_whose_certificate_has_expired(SslProtocols version)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var serving = Serve(server, authority.Issue("late", fromDay: -9, toDay: -2), version);

        await AssertFails($"akka.ssl.tcp://Node@{server.LocalEndpoint}", "", "[CN=late]", "it has expired on ");

        await serving;
    }

    [Fact]
    public async Task To_a_server_that_never_answers()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();

        await AssertFails(
            $"akka.ssl.tcp://Node@{server.LocalEndpoint}", "akka.remote.dot-netty.tcp.connection-timeout = 2 s", "no TLS handshake within 2 s");
    }

    [Fact]
    public async Task To_many_servers_that_never_answer()
    {
        const string Patient = "akka.remote { limits.half-open-connections = 2, flush-wait-on-shutdown = 0, dot-netty.tcp.connection-timeout = 1 h }";
        using var limit = new CancellationTokenSource(Recorder.Limit);
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var a = _nodes.Start("A", $"{TlsNode.Talkative}\n{Patient}");
        var closed = new List<Task>();

        for (var i = 0; i < 3; i++)
        {
            a.ActorSelection($"akka.ssl.tcp://Node{i}@{server.LocalEndpoint}/user/x").Tell("hello", ActorRefs.NoSender);
            var peer = await server.AcceptTcpClientAsync(limit.Token);
            closed.Add(peer.GetStream().CopyToAsync(Stream.Null, limit.Token));
        }

        // The oldest had to go, and its connection with it.
        await closed[0];
        Assert.False(closed[1].IsCompleted || closed[2].IsCompleted);
        await a.Terminate();
        await Task.WhenAll(closed);
    }

    [Fact]
    public async Task The_name_of_the_host_counts_only_if_it_shall()
    {
        var node = TlsNode.Start(_nodes, authority, Own(authority.Issue("elsewhere", hosts: "example.org")));
        var a = _nodes.Start("A", "akka.remote.dot-netty.tcp.ssl.validate-certificate-hostname = off");

        Assert.NotNull(await Nodes.Resolve(a, node.System, "/user/recorder"));
    }

    [Ipv6Fact]
    public async Task An_address_of_IPv6_can_be_what_a_certificate_is_made_for()
    {
        const string Six = "\nakka.remote.dot-netty.tcp.hostname = \"::1\"";
        var node = TlsNode.Start(_nodes, authority, Own(authority.Issue("six", hosts: "::1")) + Six);
        var a = _nodes.Start("A", Six);

        Assert.NotNull(await Nodes.Resolve(a, node.System, "/user/recorder"));
    }

    [Fact]
    public async Task Who_signed_does_not_count_when_validation_is_suppressed()
    {
        const string Suppressed = "\nakka.remote.dot-netty.tcp.ssl { suppress-validation = on, trusted-certificates = \"\" }";
        using var others = TestAuthority.Another();
        var node = TlsNode.Start(_nodes, authority, Own(others.Issue("theirs", hosts: "example.org")) + Suppressed);
        var a = _nodes.Start("A", Suppressed);

        Assert.NotNull(await Nodes.Resolve(a, node.System, "/user/recorder"));
    }

    private static string Own(string file) => $"\nakka.remote.dot-netty.tcp.ssl.certificate.path = \"{file}\"";

    private string Own(X509Certificate2 certificate) => Own(authority.Pem(certificate));

    private static string Trust(string file) => $"\nakka.remote.dot-netty.tcp.ssl.trusted-certificates = \"{file}\"";

    private static async Task Serve(TcpListener listener, X509Certificate2 certificate, SslProtocols version)
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        using var client = await listener.AcceptTcpClientAsync(limit.Token);
        using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificateContext = SslStreamCertificateContext.Create(certificate, null, true), EnabledSslProtocols = version },
            limit.Token);
    }

    private async Task AssertFails(string address, string more, params string[] words)
    {
        var a = _nodes.Start("A", $"akka.remote.retry-gate-closed-for = 1 h\n{TlsNode.Talkative}\n{more}");
        var errors = TlsNode.ErrorsOf(a);
        var log = TlsNode.LogOf(a);

        a.ActorSelection(address + "/user/recorder").Tell("hello", ActorRefs.NoSender);

        var cause = (await errors.Next<AssociationErrorEvent>()).Cause.Message;
        foreach (var word in words)
            Assert.True(cause.Contains(word, StringComparison.Ordinal), $"'{word}' is not in: {cause}");
        Assert.DoesNotContain('\n', cause);
        Assert.Contains(cause, (await log.Next<Warning>()).Message!.ToString(), StringComparison.Ordinal);
        TlsNode.AssertNoMoreIn(log);
    }
}
