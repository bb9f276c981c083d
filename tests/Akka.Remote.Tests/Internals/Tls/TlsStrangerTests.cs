using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Akka.Remote.Wire;

namespace Akka.Remote.Tests.Internals.Tls;

/// <summary>Who connects to a node with TLS and can't be accepted: one line in the node's log says why, and the node lives on.</summary>
public sealed class TlsStrangerTests(TestAuthority authority) : IClassFixture<TestAuthority>, IAsyncLifetime
{
    private readonly Nodes _nodes = new(authority.Settings());

    public static TheoryData<SslProtocols> Versions => [SslProtocols.Tls12, SslProtocols.Tls13];

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_good_one_is_served_in_either_version_of_TLS(SslProtocols version)
    {
        var node = TlsNode.Start(_nodes, authority);

        await node.AssertGoodPeerIsServed(version);

        node.AssertNothingLogged();
    }

    [Fact]
    public async Task An_older_version_is_refused()
    {
        var node = TlsNode.Start(_nodes, authority);
        using var peer = RawPeer.Connect(node.System);

        // A ClientHello as it was before extensions: version 1.1, 32 random bytes, no session, two cipher suites, no compression.
        byte[] hello = [3, 2, .. new byte[32], 0, 0, 4, 0xC0, 0x13, 0, 0x2F, 1, 0];
        await peer.Send([22, 3, 1, 0, (byte)(hello.Length + 4), 1, 0, 0, (byte)hello.Length, .. hello]);

        Assert.Null(await peer.Read());
        await node.AssertRefusedInOneLine("no version of TLS that is allowed here (1.2 and 1.3)");
    }

    [Fact]
    public async Task One_who_speaks_plain()
    {
        var node = TlsNode.Start(_nodes, authority);
        using var peer = RawPeer.Connect(node.System);

        await peer.SendFrame(Pdu.Associate(RawPeer.Self, 1));

        Assert.Null(await peer.Read());
        await node.AssertRefusedInOneLine("the other side does not speak TLS, and this node does", "akka.remote.dot-netty.tcp.enable-ssl");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task One_without_a_certificate(SslProtocols version) =>
        await AssertRefused(null, version, "the other side shows no certificate", "require-mutual-authentication");

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task One_whose_certificate_nobody_has_signed_who_is_trusted(SslProtocols version)
    {
        using var others = TestAuthority.Another();

        await AssertRefused(
            others.Issue("Felix"), version, "[CN=Felix]", "nobody who is trusted here has signed it, but [CN=Another root]", authority.RootFile);
    }

    [Fact]
    public async Task One_whose_certificate_was_signed_by_a_namesake_of_who_is_trusted()
    {
        using var others = TestAuthority.Another("Test root");

        await AssertRefused(others.Issue("Felix"), SslProtocols.None, "signed it, but another [CN=Test root] than the one of that name");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task One_whose_certificate_has_expired(SslProtocols version) =>
        await AssertRefused(authority.Issue("Felix", fromDay: -9, toDay: -2), version, "[CN=Felix]", "it has expired on ");

    [Fact]
    public async Task One_whose_certificate_is_not_valid_yet() =>
        await AssertRefused(authority.Issue("Felix", fromDay: 2), SslProtocols.None, "it is not valid before ");

    [Fact]
    public async Task One_whose_certificate_is_for_servers_only() =>
        await AssertRefused(authority.Issue("Felix", usage: "1.3.6.1.5.5.7.3.1"), SslProtocols.None, "it is not made for a TLS client");

    [Fact]
    public async Task A_certificate_with_a_name_that_would_break_the_log_stays_in_its_line()
    {
        using var others = TestAuthority.Another();

        await AssertRefused(others.Issue("Felix\r\nAll is well " + new string('x', 2000)), SslProtocols.None, "xxx...");
    }

    [Fact]
    public async Task Rubbish_after_the_first_bytes_of_TLS()
    {
        var node = TlsNode.Start(_nodes, authority);
        using var peer = RawPeer.Connect(node.System);

        await peer.Send([22, 3, 1, 0, 100, .. Enumerable.Repeat((byte)7, 100)]);

        Assert.Null(await peer.Read());
        await node.AssertRefusedInOneLine("the TLS handshake fails");
    }

    [Fact]
    public async Task One_who_falls_silent_in_the_handshake_is_shown_the_door_and_holds_up_nobody()
    {
        var node = TlsNode.Start(_nodes, authority, "akka.remote.dot-netty.tcp.connection-timeout = 5 s");
        using var peer = RawPeer.Connect(node.System);

        await peer.Send([22, 3, 1, 0, 100]);
        await node.AssertGoodPeerIsServed();

        Assert.Null(await peer.Read());
        await node.AssertRefusedInOneLine("no TLS handshake within 5 s");
    }

    [Fact]
    public async Task One_who_says_nothing_at_all_is_shown_the_door_without_a_word()
    {
        var node = TlsNode.Start(_nodes, authority, "akka.remote.dot-netty.tcp.connection-timeout = 3 s");
        using var peer = RawPeer.Connect(node.System);

        Assert.Null(await peer.Read());

        await node.AssertGoodPeerIsServed();
        node.AssertNothingLogged();
    }

    [Fact]
    public async Task One_who_leaves_right_after_the_handshake_seems_to_refuse_our_certificate()
    {
        var node = TlsNode.Start(_nodes, authority);

        using (await RawPeer.ConnectSecurely(node.System, TlsNode.Showing(authority.Good)))
        {
        }

        await node.AssertRefusedInOneLine("right after the TLS handshake", "refuses our certificate [CN=good]");
    }

    [Fact]
    public async Task Of_too_many_half_done_handshakes_the_oldest_has_to_go()
    {
        var node = TlsNode.Start(_nodes, authority, "akka.remote { limits.half-open-connections = 2, dot-netty.tcp.connection-timeout = 1 h }");
        using var first = RawPeer.Connect(node.System);
        await first.Send([22, 3, 1, 0, 100]);
        using var second = RawPeer.Connect(node.System);
        using var third = RawPeer.Connect(node.System);

        Assert.Null(await first.Read());

        await node.AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task Many_have_a_line_for_the_first_of_them_only()
    {
        var node = TlsNode.Start(_nodes, authority);

        for (var i = 0; i < 50; i++)
        {
            using var peer = RawPeer.Connect(node.System);
            await peer.Send("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
            while (await peer.Read() is not null)
            {
            }
        }

        await node.AssertGoodPeerIsServed();
        Assert.Equal(20, await node.CountWarningsOfConnections());
    }

    [Fact]
    public async Task A_half_done_handshake_does_not_hold_up_the_shutdown()
    {
        var node = TlsNode.Start(_nodes, authority, "akka.remote { dot-netty.tcp.connection-timeout = 1 h, shutdown-timeout = 1 h }");
        using var talking = RawPeer.Connect(node.System);
        await talking.Send([22, 3, 1, 0, 100]);
        using var silent = RawPeer.Connect(node.System);
        await node.AssertGoodPeerIsServed();

        await node.System.Terminate().WaitAsync(Recorder.Limit);

        Assert.Null(await talking.Read());
        Assert.Null(await silent.Read());
    }

    [Fact]
    public async Task Without_mutual_authentication_anybody_may_come()
    {
        var node = TlsNode.Start(_nodes, authority, "akka.remote.dot-netty.tcp.ssl.require-mutual-authentication = off");
        using var peer = await RawPeer.ConnectSecurely(node.System, TlsNode.Showing(null));

        Assert.NotNull(await peer.Associate(RawPeer.Self.WithProtocol("akka.ssl.tcp"), uid: 1));
    }

    private async Task AssertRefused(X509Certificate2? certificate, SslProtocols version, params string[] words)
    {
        var node = TlsNode.Start(_nodes, authority);
        using var peer = await RawPeer.ConnectSecurely(node.System, TlsNode.Showing(certificate, version));

        Assert.Null(await peer.Read());
        await node.AssertRefusedInOneLine(words);
    }
}
