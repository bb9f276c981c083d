using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using BotNode.Nodes;
using BotNode.Tls;

namespace BotNode.Tests.Tls;

/// <summary>What two nodes say of each other's certificates when they shake hands.</summary>
public sealed class HandshakeTests(TestAuthority authority) : IClassFixture<TestAuthority>
{
    private const string Here = "127.0.0.1";
    private const string Client = "1.3.6.1.5.5.7.3.2";
    private const string SubjectAlternativeName = "2.5.29.17";
    private const string Server = "1.3.6.1.5.5.7.3.1";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Who_is_signed_by_the_named_authority_is_accepted()
    {
        var (bot, seed) = await ShakeHandsAsync(authority.Good, authority.Good);

        Assert.Null(bot);
        Assert.Null(seed);
    }

    [Fact]
    public async Task A_seed_node_of_another_authority_is_refused_by_the_bot()
    {
        using var another = TestAuthority.Another();

        var (bot, _) = await ShakeHandsAsync(authority.Good, another.Good);

        AssertSays(bot, "nobody who is trusted here has signed it, but [CN=Another root]; trusted are [CN=Test root]");
    }

    [Fact]
    public async Task A_seed_node_of_another_authority_by_the_same_name_is_told_apart()
    {
        using var namesake = TestAuthority.Another("Test root");

        var (bot, _) = await ShakeHandsAsync(authority.Good, namesake.Good);

        AssertSays(bot, "nobody who is trusted here has signed it, but another [CN=Test root] than the one of that name; trusted are [CN=Test root]");
    }

    [Fact]
    public async Task A_seed_node_that_has_expired_is_refused()
    {
        var (bot, _) = await ShakeHandsAsync(authority.Good, authority.Issue("old", fromDay: -9, toDay: -2));

        AssertSays(bot, "it has expired on ");
    }

    [Fact]
    public async Task A_seed_node_of_another_host_is_refused()
    {
        var (bot, _) = await ShakeHandsAsync(authority.Good, authority.Issue("elsewhere", hosts: "10.0.0.1 talk.example"));

        AssertSays(bot, "it is made for talk.example, 10.0.0.1, not for 127.0.0.1");
    }

    [Fact]
    public async Task A_host_that_stands_in_the_subject_alone_does_not_count()
    {
        var (bot, _) = await ShakeHandsAsync(authority.Good, authority.Issue(Here, hosts: ""));

        AssertSays(bot, "it is made for no host (it has no subject alternative name), not for 127.0.0.1");
    }

    [Fact]
    public async Task A_certificate_whose_key_is_not_for_signatures_is_refused()
    {
        var encrypting = authority.Issue("encrypting", more: [new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, critical: true)]);

        var (_, seed) = await ShakeHandsAsync(encrypting, authority.Good);

        AssertEndsWith(seed, "can't be accepted: it is not made for digital signatures (key usage)");
    }

    [Fact]
    public void A_certificate_that_can_not_be_read_is_refused()
    {
        var garbled = authority.Issue("garbled", hosts: "", more: [new X509Extension(SubjectAlternativeName, [1, 2, 3], critical: false)]);

        AssertSays(Load(authority.Good).ProblemOf(garbled, sent: null, SslPolicyErrors.None, Here), "can't be accepted: it can't be read");
    }

    [Fact]
    public async Task A_certificate_whose_key_is_for_signatures_is_accepted()
    {
        var signing = authority.Issue("signing", more: [new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true)]);

        Assert.Equal((null, null), await ShakeHandsAsync(signing, signing));
    }

    [Fact]
    public async Task A_seed_node_that_speaks_another_version_of_TLS_than_nodes_do_is_told_before_joining()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        // What it speaks, and whether it speaks what nodes do.
        var asked = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => AcceptAsync(listener, Load(authority.Good), SslProtocols.Tls13)));

        await using var probe = await TlsProbe.ConnectAsync(Here, ((IPEndPoint)listener.LocalEndpoint).Port, Load(authority.Good), TimeProvider.System, CancellationToken.None);

        AssertSays(probe.Problem, "protocol version");
        await asked.WaitAsync(Limit);
    }

    [Fact]
    public async Task The_handshake_before_joining_fetches_nothing_from_where_a_certificate_points_to()
    {
        using var decoy = new Decoy();

        await using var probe = await TlsProbe.ConnectAsync(Here, decoy.Listen(), Load(authority.Good), TimeProvider.System, CancellationToken.None);

        AssertSays(probe.Problem, "nobody who is trusted here has signed it");
        Assert.False(decoy.IsVisited);
    }

    [Fact]
    public async Task A_certificate_for_clients_alone_is_none_of_a_seed_node()
    {
        var (bot, _) = await ShakeHandsAsync(authority.Good, authority.Issue("client", usage: Client));

        AssertEndsWith(bot, "can't be accepted: it is not made for a TLS server (extended key usage)");
    }

    [Fact]
    public async Task A_certificate_for_servers_alone_is_none_of_a_bot()
    {
        var (_, seed) = await ShakeHandsAsync(authority.Issue("server", usage: Server), authority.Good);

        AssertEndsWith(seed, "can't be accepted: it is not made for a TLS client (extended key usage)");
    }

    [Fact]
    public async Task A_bot_of_another_authority_is_refused_by_the_seed_node_and_hears_of_it_at_once()
    {
        using var another = TestAuthority.Another();
        var log = new StringWriter();
        await using var seed = await SeedAsync(authority.Good, log);

        await using var probe = await TlsProbe.ConnectAsync(Here, seed.Port, Load(another.Good), TimeProvider.System, CancellationToken.None);

        Assert.Null(probe.Problem);
        var why = await probe.RefusalUntilAsync(new TaskCompletionSource().Task).WaitAsync(Limit);
        Assert.Contains("as a node does that refuses our certificate [CN=good]", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handshake_before_joining_is_closed_once_the_bot_is_in_and_is_no_refusal()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var closed = ClosedAsync(listener, Load(authority.Good));
        await using var probe = await TlsProbe.ConnectAsync(Here, ((IPEndPoint)listener.LocalEndpoint).Port, Load(authority.Good), TimeProvider.System, CancellationToken.None);

        Assert.Null(await probe.RefusalUntilAsync(Task.CompletedTask).WaitAsync(Limit));

        await closed.WaitAsync(Limit);
    }

    [Fact]
    public async Task A_node_that_closes_it_late_has_only_waited_in_vain_and_is_no_refusal()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var late = new TaskCompletionSource();
        var closing = CloseAsync(listener, Load(authority.Good), late.Task);
        var time = new SkippingTime();
        await using var probe = await TlsProbe.ConnectAsync(Here, ((IPEndPoint)listener.LocalEndpoint).Port, Load(authority.Good), time, CancellationToken.None);

        time.Skip(TimeSpan.FromSeconds(15));
        late.SetResult();
        await closing.WaitAsync(Limit);

        Assert.Null(await probe.RefusalUntilAsync(new TaskCompletionSource().Task).WaitAsync(Limit));
    }

    [Fact]
    public async Task A_node_with_TLS_is_known_by_its_first_word_and_one_without_is_not()
    {
        await using var secure = await SeedAsync(authority.Good, TextWriter.Null);
        await using var plain = await ActorNode.StartAsync(Start(null), TextWriter.Null, CancellationToken.None);

        Assert.True(await TlsProbe.IsSpokenAtAsync(Here, secure.Port, CancellationToken.None));
        Assert.False(await TlsProbe.IsSpokenAtAsync(Here, plain.Port, CancellationToken.None));
    }

    private static void AssertEndsWith(string? problem, string words) => Assert.EndsWith(words, problem, StringComparison.Ordinal);

    private static void AssertSays(string? problem, string words) => Assert.Contains(words, problem, StringComparison.Ordinal);

    /// <summary>What the bot has against the seed node, and the seed node against the bot; null for nothing.</summary>
    private async Task<(string? Bot, string? Seed)> ShakeHandsAsync(X509Certificate2 ofBot, X509Certificate2 ofSeed)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepting = AcceptAsync(listener, Load(ofSeed));
        await using var probe = await TlsProbe.ConnectAsync(Here, ((IPEndPoint)listener.LocalEndpoint).Port, Load(ofBot), TimeProvider.System, CancellationToken.None);
        return (probe.Problem, await accepting.WaitAsync(Limit));
    }

    private static async Task<string?> AcceptAsync(TcpListener listener, NodeTls tls, SslProtocols versions = SslProtocols.Tls12)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = new SslStream(client.GetStream());
        string? problem = null;
        try
        {
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = tls.Certificate,
                ClientCertificateRequired = true,
                EnabledSslProtocols = versions,
                RemoteCertificateValidationCallback = (_, shown, sent, errors) => (problem = tls.ProblemOf(shown, sent, errors, host: null)) is null,
            });
        }
        catch (Exception error) when (error is IOException or AuthenticationException)
        {
            // Either side may have refused.
        }

        return problem;
    }

    private static async Task ClosedAsync(TcpListener listener, NodeTls tls)
    {
        await using var stream = await TakeAsync(listener, tls);
        Assert.Equal(0, await stream.ReadAsync(new byte[1]));
    }

    private static async Task CloseAsync(TcpListener listener, NodeTls tls, Task when)
    {
        await using var stream = await TakeAsync(listener, tls);
        await when;
    }

    private static async Task<SslStream> TakeAsync(TcpListener listener, NodeTls tls)
    {
        var stream = new SslStream(new NetworkStream(await listener.AcceptSocketAsync(), ownsSocket: true));
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = tls.Certificate,
            ClientCertificateRequired = true,
            EnabledSslProtocols = SslProtocols.Tls12,
            RemoteCertificateValidationCallback = (_, shown, sent, errors) => tls.ProblemOf(shown, sent, errors, host: null) is null,
        });
        return stream;
    }

    private Task<ActorNode> SeedAsync(X509Certificate2 certificate, TextWriter log) =>
        ActorNode.StartAsync(Start(Load(certificate)), log, CancellationToken.None);

    private static NodeStart Start(NodeTls? tls) => new(RoomAddress.SystemName, NodeSettings.Seed().Value!.Akka, "test.conf", Here, 0, Here, tls);

    private NodeTls Load(X509Certificate2 certificate) =>
        new(certificate, TrustedAuthorities.Read(authority.RootFile), TimeProvider.System);

    /// <summary>Real time, in which some may be skipped.</summary>
    private sealed class SkippingTime : TimeProvider
    {
        private long _skipped;

        public void Skip(TimeSpan span) => _skipped += (long)(span.TotalSeconds * TimestampFrequency);

        public override long GetTimestamp() => base.GetTimestamp() + _skipped;
    }
}
