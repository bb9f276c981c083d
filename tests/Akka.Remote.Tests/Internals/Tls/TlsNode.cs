using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Akka.Actor;
using Akka.Event;
using Akka.Remote.Proto;
using Akka.Remote.Transport;
using Akka.Remote.Wire;

namespace Akka.Remote.Tests.Internals.Tls;

/// <summary>A node that strangers connect to, with what it logs as warning or error.</summary>
internal sealed class TlsNode
{
    /// <summary>Makes a node publish its warnings.</summary>
    public const string Talkative = "akka { loglevel = WARNING, loggers = [], remote.log-remote-lifecycle-events = off }";

    private readonly TestAuthority _authority;
    private readonly Recorder _recorder;
    private readonly Recorder _log;

    private TlsNode(ActorSystem system, TestAuthority authority)
    {
        System = system;
        _authority = authority;
        _recorder = Recorder.Start(system, "recorder");
        _log = LogOf(system);
    }

    public ActorSystem System { get; }

    public int Port => Nodes.AddressOf(System).Port!.Value;

    /// <summary>Starts a node with TLS, and with what else a test wants.</summary>
    public static TlsNode Start(Nodes nodes, TestAuthority authority, string more = "") =>
        new(nodes.Start("Node", $"{Talkative}\n{more}"), authority);

    /// <summary>The warnings and errors of a node.</summary>
    public static Recorder LogOf(ActorSystem system)
    {
        var log = Recorder.Start(system, "log");
        system.EventStream.Subscribe(log.Ref, typeof(Warning));
        system.EventStream.Subscribe(log.Ref, typeof(Error));
        return log;
    }

    /// <summary>The failed associations of a node.</summary>
    public static Recorder ErrorsOf(ActorSystem system)
    {
        var errors = Recorder.Start(system, "errors");
        system.EventStream.Subscribe(errors.Ref, typeof(AssociationErrorEvent));
        return errors;
    }

    /// <summary>How a peer connects that shows this certificate, or none, and takes any of the node.</summary>
#pragma warning disable CA5359 // It is the node's judgement that is tested.
    public static SslClientAuthenticationOptions Showing(
        X509Certificate2? certificate, SslProtocols version = SslProtocols.None) => new()
        {
            TargetHost = "127.0.0.1",
            EnabledSslProtocols = version,
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
            ClientCertificateContext = certificate is null ? null : SslStreamCertificateContext.Create(certificate, null, offline: true),
        };
#pragma warning restore CA5359

    /// <summary>Fails unless the node has one line about it, with these words; and unless a good peer is served at once.</summary>
    public async Task AssertRefusedInOneLine(params string[] words)
    {
        var warning = await _log.Next<Warning>();
        var line = warning.Message!.ToString()!;
        Assert.StartsWith("A connection from 127.0.0.1:", line, StringComparison.Ordinal);
        foreach (var word in words)
            Assert.True(line.Contains(word, StringComparison.Ordinal), $"'{word}' is not in: {line}");
        Assert.DoesNotContain('\n', line);
        await AssertGoodPeerIsServed();
        AssertNothingLogged();
    }

    public async Task AssertGoodPeerIsServed(SslProtocols version = SslProtocols.None)
    {
        using var good = await RawPeer.ConnectSecurely(System, Showing(_authority.Good, version));
        var answer = await good.Associate(RawPeer.Self.WithProtocol("akka.ssl.tcp"), uid: 2);
        Assert.Equal(CommandType.Associate, answer!.Instruction.CommandType);
        await good.SendFrame(RawPeer.Message(Nodes.AddressOf(System) + "/user/recorder", "good"));
        Assert.Equal("good", await _recorder.Next<string>());

        // So that its leaving is worth no line.
        await good.SendFrame(Pdu.Disassociate(DisassociateInfo.Shutdown));
        Assert.Null(await good.ReadPastHeartbeats());
    }

    /// <summary>How many warnings there are by now that tell of one connection.</summary>
    public async Task<int> CountWarningsOfConnections()
    {
        var count = 0;
        while (_log.HasMore)
        {
            if ((await _log.Next<Warning>()).Message is { } line && $"{line}".StartsWith("A connection from", StringComparison.Ordinal))
                count++;
        }

        return count;
    }

    public void AssertNothingLogged() => AssertNoMoreIn(_log);

    /// <summary>Fails, with what it is, when there is another line.</summary>
    public static void AssertNoMoreIn(Recorder log) => Assert.Equal("", log.HasMore ? log.NextReceived().Result.Message.ToString() : "");
}
