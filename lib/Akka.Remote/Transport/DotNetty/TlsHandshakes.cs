using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>Puts TLS on connections, in both roles: a handshake within a time limit, which ends when the transport stops.</summary>
/// <param name="settings">Our certificate, and what is asked of others.</param>
/// <param name="pipeSize">How many bytes may wait to be read on a connection.</param>
/// <param name="limit">How long a handshake may take.</param>
/// <param name="linger">How long closing waits for what is not yet sent.</param>
/// <param name="time">Measures both, and tells which certificates are valid.</param>
/// <param name="atOnce">How many who have connected to us may be in their handshakes; one more, and the oldest has to go.</param>
/// <param name="log">Takes that it had to.</param>
/// <param name="stopping">Ends the handshakes that are going on, and any that begins from then on.</param>
internal sealed class TlsHandshakes(
    TlsSettings settings, long pipeSize, TimeSpan limit, TimeSpan linger, TimeProvider time, int atOnce, DropLog log, CancellationToken stopping)
{
    private const SslProtocols Versions = SslProtocols.Tls12 | SslProtocols.Tls13;

    private readonly HalfOpenConnections<ConnectionContext> _halfOpen = new(atOnce);

    private delegate Task Authenticate(SslStream stream, CancellationToken cancelled);

    /// <summary>Shakes hands with who has connected to us; null when it says nothing at all.</summary>
    /// <exception cref="InvalidAssociationException">It is refused, or broke off; the message says why.</exception>
    internal async Task<TlsPipe?> AcceptAsync(ConnectionContext connection)
    {
        if (_halfOpen.Add(connection) is { } oldest)
        {
            oldest.Abort(new ConnectionAbortedException());
            log.Add(
                $"Closed a connection in its TLS handshake: there were more than {atOnce} (akka.remote.limits.half-open-connections)",
                count => $"Closed {count} more connections in their TLS handshakes");
        }

        try
        {
            // Not on the thread that accepts: a handshake computes, and others wait to be accepted.
            return await Task.Run(() => ShakeAsServerAsync(connection)).ConfigureAwait(false);
        }
        finally
        {
            _halfOpen.Remove(connection);
        }
    }

    /// <summary>Shakes hands with the host that we have connected to.</summary>
    /// <exception cref="InvalidAssociationException">It is refused, or broke off; the message says why.</exception>
    internal async Task<TlsPipe> ConnectAsync(ConnectionContext connection, string host, CancellationToken givenUp)
    {
        using var clock = new CancellationTokenSource(limit, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, stopping, givenUp);
        var name = host.Trim('[', ']'); // An address of IPv6 stands in brackets in an Akka address.
        var server = new PeerCertificate(settings, name, time.GetUtcNow());
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = name,
            ClientCertificateContext = settings.Certificate,
            CertificateChainPolicy = settings.ChainPolicy(time),
            RemoteCertificateValidationCallback = server.IsGood,
            EnabledSslProtocols = Versions,
            AllowRenegotiation = false,
            AllowTlsResume = false,
        };
        return await ShakeAsync(connection, server, (stream, cancelled) => stream.AuthenticateAsClientAsync(options, cancelled), over.Token).ConfigureAwait(false);
    }

    private async Task<TlsPipe?> ShakeAsServerAsync(ConnectionContext connection)
    {
        using var clock = new CancellationTokenSource(limit, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, stopping);
        if (!await BeginsWithTlsAsync(connection.Transport, over.Token).ConfigureAwait(false))
            return null;
        var client = new PeerCertificate(settings, host: null, time.GetUtcNow());
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = settings.Certificate,
            ClientCertificateRequired = settings.RequireMutualAuthentication,
            CertificateChainPolicy = settings.ChainPolicy(time),
            RemoteCertificateValidationCallback = client.IsGood,
            EnabledSslProtocols = Versions,
            AllowRenegotiation = false,
            AllowTlsResume = false,
        };
        return await ShakeAsync(connection, client, (stream, cancelled) => stream.AuthenticateAsServerAsync(options, cancelled), over.Token).ConfigureAwait(false);
    }

    /// <summary>Looks at the first bytes, and leaves them to be read. False: there are none, or too few to tell.</summary>
    private async Task<bool> BeginsWithTlsAsync(IDuplexPipe pipe, CancellationToken over)
    {
        ReadResult read;
        try
        {
            read = await pipe.Input.ReadAtLeastAsync(TlsRecord.MarkLength, over).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return false;
        }

        var begins = TlsRecord.IsAtStart(read.Buffer);
        var isTold = read.Buffer.Length >= TlsRecord.MarkLength;
        pipe.Input.AdvanceTo(read.Buffer.Start);
        if (begins || !isTold)
            return begins;
        await pipe.Output.WriteAsync(TlsRecord.UnexpectedMessage, over).ConfigureAwait(false);
        throw new InvalidAssociationException(TlsFailure.OnlyWeSpeakTls);
    }

    private async Task<TlsPipe> ShakeAsync(ConnectionContext connection, PeerCertificate peer, Authenticate authenticate, CancellationToken over)
    {
        var transport = new PipeStream(connection.Transport);
        var stream = new SslStream(transport);
        try
        {
            await transport.Turn.WaitAsync(over).ConfigureAwait(false);
            await authenticate(stream, over).ConfigureAwait(false);
            transport.Turn.Release();
            return new TlsPipe(connection, transport, stream, pipeSize, OnSilentEnd, linger, time);
        }
#pragma warning disable CA1031 // Whatever a handshake fails of, this connection is over and says so.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw new InvalidAssociationException(peer.Problem ?? WhyNot(e, transport, over), e);
        }
    }

    private string WhyNot(Exception failure, PipeStream transport, CancellationToken over) => failure switch
    {
        _ when stopping.IsCancellationRequested => "this node is shutting down",
        _ when over.IsCancellationRequested => $"no TLS handshake within {limit.TotalSeconds:0.#} s ({TcpSettings.Path}.connection-timeout)",
        _ => TlsFailure.Describe(failure, transport.Heard),
    };

    // TLS 1.3 lets a client go on before its certificate was judged, and SslStream judges that of a server after the handshake.
    private string OnSilentEnd =>
        $"the other side closes the connection right after the TLS handshake, as a node does that refuses our certificate [{settings.Certificate.TargetCertificate.Subject}]; its log says why";
}
