using System.ComponentModel;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace BotNode.Tls;

/// <summary>
/// A TLS handshake with a node before an actor system connects to it: if an outbound handshake fails, an actor system of
/// Akka.NET ends, and doesn't say why.
/// </summary>
internal sealed class TlsProbe : IAsyncDisposable
{
    // The first byte of a record: RFC 5246, 6.2.1.
    private const byte AlertRecord = 21;
    private const byte HandshakeRecord = 22;

    // The version that Akka.NET's transport asks for, and no other.
    private const SslProtocols NodeVersion = SslProtocols.Tls12;

    // As Akka.NET's own: a machine may be busy. A refusal comes at once.
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(15);

    // A node that refuses a certificate closes at once. A node that accepts it closes too, after 15 s of silence.
    private static readonly TimeSpan RefusalLimit = TimeSpan.FromSeconds(10);

    private readonly SslStream? _stream;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly Task<string?> _refused;

    private TlsProbe(SslStream? stream, X509Certificate2 ours, string? problem, TimeProvider time, long began)
    {
        (_stream, Problem, _time, _began) = (stream, problem, time, began);
        _refused = stream is null ? Task.FromResult(problem) : WatchAsync(stream, ours);
    }

    /// <summary>Why there was no handshake; null when there was.</summary>
    public string? Problem { get; }

    /// <summary>Connects and shakes hands as the node itself would.</summary>
    public static async Task<TlsProbe> ConnectAsync(string host, int port, NodeTls tls, TimeProvider time, CancellationToken cancelled)
    {
        string? judged = null;
        var began = time.GetTimestamp();
        SslClientAuthenticationOptions Speaking(SslProtocols versions) => new()
        {
            TargetHost = host,
            EnabledSslProtocols = versions,
            ClientCertificates = [tls.Certificate],
            LocalCertificateSelectionCallback = (_, _, _, _, _) => tls.Certificate,
            // Nothing is fetched from an address in a stranger's certificate.
            CertificateChainPolicy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true },
            RemoteCertificateValidationCallback = (_, shown, sent, errors) => (judged = tls.ProblemOf(shown, sent, errors, host)) is null,
        };

        // A node without TLS closes the connection at once, because it takes the first bytes for the length of a message; that is too
        // long only if all versions are offered.
        var (stream, problem) = await ShakeHandsAsync(host, port, Speaking(SslProtocols.None), time, cancelled).ConfigureAwait(false);
        if (stream is { SslProtocol: not NodeVersion })
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            began = time.GetTimestamp();
            (stream, problem) = await ShakeHandsAsync(host, port, Speaking(NodeVersion), time, cancelled).ConfigureAwait(false);
        }

        return new TlsProbe(stream, tls.Certificate, stream is null ? judged ?? problem : null, time, began);
    }

    /// <summary>
    /// Waits for the other side to close the connection: it judges our certificate after the handshake, when TLS 1.2 can't say no.
    /// Then closes it, so that this differs from the end of a node that has let us in.
    /// </summary>
    /// <param name="isIn">Done when there is nothing left to wait for.</param>
    /// <returns>Why we are refused, as far as that can be told; null if the other side accepts us.</returns>
    public async Task<string?> RefusalUntilAsync(Task isIn)
    {
        await Task.WhenAny(isIn, _refused, Task.Delay(RefusalLimit, _time)).ConfigureAwait(false);
        var why = _refused.IsCompleted && !isIn.IsCompleted ? await _refused.ConfigureAwait(false) : null;
        await DisposeAsync().ConfigureAwait(false);
        return why;
    }

    /// <summary>Whether a node speaks TLS there: it answers the first words of a handshake as TLS does. Nothing is said after them.</summary>
    public static async Task<bool> IsSpokenAtAsync(string host, int port, TimeProvider time, CancellationToken cancelled)
    {
        using var late = new CancellationTokenSource(HandshakeLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled, late.Token);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token).ConfigureAwait(false);
            await client.Client.SendAsync(await HelloAsync(host).ConfigureAwait(false), limit.Token).ConfigureAwait(false);
            var answer = new byte[1];
            return await client.Client.ReceiveAsync(answer, limit.Token).ConfigureAwait(false) > 0 && answer[0] is HandshakeRecord or AlertRecord;
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _stream?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<(SslStream? Stream, string? Problem)> ShakeHandsAsync(
        string host, int port, SslClientAuthenticationOptions options, TimeProvider time, CancellationToken cancelled)
    {
        using var late = new CancellationTokenSource(HandshakeLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled, late.Token);
        var client = new TcpClient();
        SslStream? stream = null;
        try
        {
            await client.ConnectAsync(host, port, limit.Token).ConfigureAwait(false);
            stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsClientAsync(options, limit.Token).ConfigureAwait(false);
            return (stream, null);
        }
        catch (Exception error) when (error is AuthenticationException or IOException or SocketException or Win32Exception or InvalidOperationException)
        {
            await CloseAsync(client, stream).ConfigureAwait(false);
            return (null, TlsFailure.Describe(error));
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            await CloseAsync(client, stream).ConfigureAwait(false);
            return (null, $"no TLS handshake within {HandshakeLimit.TotalSeconds:0} s");
        }
    }

    /// <summary>The beginning of TLS: SslStream writes it, and then gets no answer.</summary>
    private static async Task<byte[]> HelloAsync(string host)
    {
        using var nobody = new MemoryStream();
        await using var stream = new SslStream(nobody);
        try
        {
            await stream.AuthenticateAsClientAsync(host).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or AuthenticationException)
        {
            // As expected.
        }

        return nobody.ToArray();
    }

    private static async Task CloseAsync(TcpClient client, SslStream? stream)
    {
        if (stream is not null)
            await stream.DisposeAsync().ConfigureAwait(false);
        client.Dispose();
    }

    private async Task<string?> WatchAsync(SslStream stream, X509Certificate2 ours)
    {
        Exception? failure = null;
        try
        {
            // A node says nothing before the other side does.
            await stream.ReadAsync(new byte[1]).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or AuthenticationException)
        {
            failure = error;
        }

        if (_time.GetElapsedTime(_began) >= RefusalLimit)
            return null;
        var says = failure is null || TlsFailure.AlertIn(failure) is not { } alert ? "its log says why" : $"it says: {alert}";
        return $"the other side closes the connection right after the TLS handshake, as a node does that refuses our certificate [{ours.Subject}] ({says})";
    }
}
