using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace BotNode.Tests.Tls;

/// <summary>
/// A stranger whose certificate says where its issuer's is to be had, and who knows whether it has been revoked: from a web server
/// of his that never answers.
/// </summary>
internal sealed class Decoy : IDisposable
{
    private readonly TestAuthority _nobodys = TestAuthority.Another();
    private readonly TcpListener _web = new(IPAddress.Loopback, 0);
    private readonly TcpListener _node = new(IPAddress.Loopback, 0);
    private readonly SslStreamCertificateContext _certificate;

    public Decoy()
    {
        _web.Start();
        string[] place = [$"http://{_web.LocalEndpoint}/"];
        var certificate = _nobodys.Issue(
            "decoy",
            more: [new X509AuthorityInformationAccessExtension(place, place), CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(place)]);
        // Offline, or this side would go there by itself.
        _certificate = SslStreamCertificateContext.Create(certificate, null, offline: true);
    }

    /// <summary>Whether anybody has connected to the web server.</summary>
    public bool IsVisited => _web.Pending();

    /// <summary>Waits for nodes that connect; returns the port.</summary>
    public int Listen()
    {
        _node.Start();
        _ = ServeAsync();
        return ((IPEndPoint)_node.LocalEndpoint).Port;
    }

    /// <summary>Connects to a node, and trusts whoever is there.</summary>
    public async Task<SslStream> ConnectAsync(string host, int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(host, port);
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = host,
            ClientCertificateContext = _certificate,
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null,
        });
        return stream;
    }

    public void Dispose()
    {
        _node.Dispose();
        _web.Dispose();
        _nobodys.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = ShakeHandsAsync(await _node.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ShakeHandsAsync(TcpClient client)
    {
        await using var stream = new SslStream(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = _certificate });
        }
        catch (Exception error) when (error is IOException or AuthenticationException)
        {
            // As it should be.
        }
    }
}
