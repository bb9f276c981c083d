using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using BotNode.CommandLine;
using BotNode.Tests.Network;
using BotNode.Tests.Programs;
using RemoteGuard.Tests.Wire;

namespace BotNode.Tests.Tls;

/// <summary>Who says who it is right behind the handshake of TLS.</summary>
public sealed class FirstFrameTests : IDisposable
{
    private const int Times = 20;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly ThrowAwayCertificates _certificates = ThrowAwayCertificates.Create(TimeProvider.System).Value!;

    public void Dispose() => _certificates.Dispose();

    [LinuxFact]
    public async Task Is_answered_every_time()
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0", "--tls", _certificates.Options.Certificate, "--tls-trust", _certificates.Options.Trust!);
        var address = await seed.LineAsync(line => line.StartsWith("akka.ssl.tcp://", StringComparison.Ordinal));
        var port = int.Parse(address.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture);
        using var own = X509Certificate2.CreateFromPemFile(_certificates.Options.Certificate);

        for (var time = 1; time <= Times; time++)
            Assert.NotEqual(0, await AnswerAsync(port, own, $"Peer{time}"));
    }

    /// <summary>How long the answer is; 0 when the connection is closed instead.</summary>
    private async Task<int> AnswerAsync(int port, X509Certificate2 own, string name)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(_certificates.Options.Trust!);
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "127.0.0.1", ClientCertificates = [own], CertificateChainPolicy = trust, EnabledSslProtocols = SslProtocols.Tls12 },
            limit.Token);

        await stream.WriteAsync(Frames.Framed(TestFrames.Associate(name, "127.0.0.1", ((IPEndPoint)client.Client.LocalEndPoint!).Port, protocol: "ssl.tcp")), limit.Token);

        var length = new byte[sizeof(int)];
        await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, limit.Token);
        return BinaryPrimitives.ReadInt32LittleEndian(length);
    }
}
