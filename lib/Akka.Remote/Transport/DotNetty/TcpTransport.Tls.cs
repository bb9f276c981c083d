using Akka.Actor;
using Akka.Event;
using Microsoft.AspNetCore.Connections;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>The same with TLS, if <c>enable-ssl</c> is on: a handshake stands between a connection and what is said on it.</summary>
internal sealed partial class TcpTransport
{
    private readonly TlsHandshakes? _tls;

    private TlsHandshakes? CreateTls(long pipeSize)
    {
        var setup = System.Settings.Setup.Get<DotNettySslSetup>();
        if (TlsSettings.Read(Config, setup.HasValue ? setup.Value : null, _time) is not { } settings)
            return null;
        if (settings.SuppressValidation)
            _log.Warning("Any certificate is taken, whoever signed it, and who is between two nodes can read along: {0}.suppress-validation is on", TlsSettings.Section);
        else if (settings.AdmitsWhomTheMachineTrusts)
            _log.Warning("Whoever has a certificate made for clients may join, whatever its name, of any authority that this machine trusts: {0}.trusted-certificates names no file", TlsSettings.Section);
        var atOnce = System.Settings.Config.GetInt("akka.remote.limits.half-open-connections");
        return new TlsHandshakes(settings, pipeSize, _settings.ConnectTimeout, Linger, _time, atOnce, new DropLog(System.Scheduler, _log.Warning), _stopping.Token);
    }

    private async Task<AssociationHandle> SecureAsync(
        TlsHandshakes tls, ConnectionContext connection, string host, Address remoteAddress, CancellationToken givenUp)
    {
        try
        {
            var pipe = await tls.ConnectAsync(connection, host, givenUp).ConfigureAwait(false);
            return Open(pipe, pipe, remoteAddress);
        }
        catch (Exception e)
        {
            await Closing(connection).DisposeAsync().ConfigureAwait(false);
            throw new InvalidAssociationException($"Cannot connect to {remoteAddress.Host}:{remoteAddress.Port}: {e.Message}", e);
        }
    }

    private async Task AcceptSecureAsync(TlsHandshakes tls, ConnectionContext connection, IAssociationEventListener upstream)
    {
        try
        {
            if (await tls.AcceptAsync(connection).ConfigureAwait(false) is { } pipe)
            {
                await TakeAsync(connection, pipe, pipe, upstream).ConfigureAwait(false);
                return;
            }
        }
        catch (InvalidAssociationException e) when (_stopping.IsCancellationRequested || e.InnerException is ConnectionAbortedException)
        {
            // By ourselves.
        }
#pragma warning disable CA1031 // Whatever it is, it concerns this connection only.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _failed.Add($"A connection from {connection.RemoteEndPoint} failed: {e.Message}", MoreFailed);
        }

        await Closing(connection).DisposeAsync().ConfigureAwait(false);
    }
}
