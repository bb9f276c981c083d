using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>TCP on Kestrel's sockets, with pipes both ways. Named as in the official configuration, so that it reads the same.</summary>
internal sealed partial class TcpTransport : Transport, IDisposable
{
    // How long each step of a connection's end waits for a peer that takes nothing: the first one for what is queued, the reason of
    // the end last of all, the second for what TLS or the system has of it by then.
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);

    // Half of it is when a writer that waits goes on: when less than one byte is left.
    private const long SmallestPipe = 2;

    private const int LookUpsWaitedFor = 4;

    private const int LookUpsInAll = 32;

    private readonly TcpSettings _settings;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly ILoggingAdapter _log;
    private readonly DropLog _failed;
    private readonly SocketTransportOptions _socketOptions;
    private readonly SocketConnectionContextFactory _outbound;
    private readonly NameLookUps _names = new(LookUpsWaitedFor, LookUpsInAll, LookUp);

    // Not disposed of: it has neither a timer nor a wait handle, and may be looked at after the end.
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, byte> _opening = new();
    private readonly ConcurrentDictionary<TcpAssociationHandle, byte> _open = new();
    private readonly TaskCompletionSource<IAssociationEventListener> _upstream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IConnectionListener? _listener;
    private Task _accepting = Task.CompletedTask;
    private Address? _local;

    /// <summary>A transport by the settings in <paramref name="config"/>, the section of this transport.</summary>
    public TcpTransport(ActorSystem system, Config config)
    {
        System = system;
        Config = config;
        _settings = TcpSettings.Read(config);
        _log = Logging.GetLogger(system, typeof(TcpTransport));
        _failed = new DropLog(system.Scheduler, text => _log.Log(LogLevel.WarningLevel, null!, text), DropLog.Crowd);
        MaximumPayloadBytes = _settings.MaximumFrameSize;

        // The pipe must hold a whole frame, or a long one would stop the reading for ever. The other one is as small as can be: what
        // was flushed is with the system then, so that our direction may end after it.
        var pipe = Math.Max(1 << 20, 2 * _settings.MaximumFrameSize);
        _socketOptions = new SocketTransportOptions { Backlog = _settings.Backlog, NoDelay = _settings.NoDelay, MaxReadBufferSize = pipe, MaxWriteBufferSize = SmallestPipe };
        _outbound = new SocketConnectionContextFactory(new SocketConnectionFactoryOptions { MaxReadBufferSize = pipe, MaxWriteBufferSize = SmallestPipe }, NullLogger.Instance);
        _tls = CreateTls(pipe);
        SchemeIdentifier = _tls is null ? "tcp" : "ssl.tcp";
    }

    /// <inheritdoc />
    public override async Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen()
    {
        var wanted = new IPEndPoint(await ResolveAsync(_settings.Hostname, CancellationToken.None).ConfigureAwait(false), _settings.Port);
        try
        {
            var factory = new SocketTransportFactory(Options.Create(_socketOptions), NullLoggerFactory.Instance);
            Interlocked.Exchange(ref _listener, await factory.BindAsync(wanted).ConfigureAwait(false));
        }
        catch (Exception e) when (e is AddressInUseException or SocketException)
        {
            throw new RemoteTransportException(WhyNotBound(wanted, e), e);
        }

        // Who shut down before has seen no listener; who does from now on sees it.
        if (_stopping.IsCancellationRequested)
        {
            await _listener.DisposeAsync().ConfigureAwait(false);
            throw new RemoteTransportException($"Cannot listen on {wanted}: this node is shutting down");
        }

        if ((wanted.Address.Equals(IPAddress.Any) || wanted.Address.Equals(IPAddress.IPv6Any)) && _settings.PublicHostname is null)
            _log.Warning("Listening everywhere, and others are told to connect to {0}; set public-hostname to a name they can use", wanted.Address);
        var port = ((IPEndPoint)_listener.EndPoint).Port;
        _local = new Address(SchemeIdentifier, System.Name, HostInAddress(_settings.PublicHostname ?? _settings.Hostname), _settings.PublicPort ?? port);
        _accepting = AcceptAsync(_listener);
        return (_local, _upstream);
    }

    /// <inheritdoc />
    public override bool IsResponsibleFor(Address remote) => true;

    /// <inheritdoc />
    public override Task<AssociationHandle> Associate(Address remoteAddress) => Associate(remoteAddress, CancellationToken.None);

    /// <inheritdoc />
    internal override Task<AssociationHandle> Associate(Address remoteAddress, CancellationToken givenUp) => Track(() => OpenAsync(remoteAddress, givenUp));

    /// <inheritdoc />
    public override async Task<bool> Shutdown()
    {
        if (!_stopping.IsCancellationRequested)
            await _stopping.CancelAsync().ConfigureAwait(false);
        _upstream.TrySetCanceled();
        if (_listener is not null)
            await _listener.UnbindAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_opening.Keys).ConfigureAwait(false);
        foreach (var handle in _open.Keys)
            handle.Disassociate();
        await Task.WhenAll(_open.Keys.Select(handle => handle.Completion)).ConfigureAwait(false);
        if (_listener is not null)
            await _listener.DisposeAsync().ConfigureAwait(false);
        Dispose();
        return true;
    }

    /// <inheritdoc />
    public void Dispose() => _outbound.Dispose();

    private async Task<AssociationHandle> OpenAsync(Address remoteAddress, CancellationToken givenUp)
    {
        if (_stopping.IsCancellationRequested || _local is null)
            throw new InvalidAssociationException($"Cannot connect to {remoteAddress}: this transport is not running");
        if (remoteAddress.Host is not { } host || remoteAddress.Port is not { } port)
            throw new InvalidAssociationException($"Cannot connect to {remoteAddress}: the address has no host and port");

        var socket = await ConnectAsync(host, port, givenUp).ConfigureAwait(false);
        ConnectionContext connection;
        try
        {
            connection = _outbound.Create(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        return _tls is null
            ? Open(connection.Transport, Closing(connection), remoteAddress)
            : await SecureAsync(_tls, connection, host, remoteAddress, givenUp).ConfigureAwait(false);
    }

    private async Task AcceptAsync(IConnectionListener listener)
    {
        try
        {
            var upstream = await _upstream.Task.ConfigureAwait(false);
            while (await listener.AcceptAsync().ConfigureAwait(false) is { } connection)
            {
                if (_tls is not null)
                    _ = Track(() => AcceptSecureAsync(_tls, connection, upstream));
                else
                    await TakeAsync(connection, connection.Transport, Closing(connection), upstream).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Shut down before anybody wanted the connections.
        }
#pragma warning disable CA1031 // A failing accept ends the listening; it must be seen, not tear the process down.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _log.Log(LogLevel.ErrorLevel, e, $"Listening on {_local} ended: {e.Message}");
        }
    }

    /// <summary>Hands a new connection on. One that can't be taken is closed, and no reason to refuse the next.</summary>
    private async Task TakeAsync(ConnectionContext connection, IDuplexPipe pipe, IConnectionEnd end, IAssociationEventListener upstream)
    {
        TcpAssociationHandle? handle = null;
        try
        {
            var peer = (IPEndPoint)connection.RemoteEndPoint!;
            handle = Open(pipe, end, new Address(SchemeIdentifier, System.Name, HostInAddress(peer.Address.ToString()), peer.Port));
            upstream.Notify(new InboundAssociation(handle));
        }
#pragma warning disable CA1031 // Whatever it is, it concerns this connection only.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _failed.Add($"A connection from {connection.RemoteEndPoint} can't be served: {e.Message}", MoreFailed);
            if (handle is null)
                await end.DisposeAsync().ConfigureAwait(false);
            else
                handle.Disassociate();
        }
    }

    private static string MoreFailed(long count) => $"{count} more connections from others failed";

    private TcpAssociationHandle Open(IDuplexPipe pipe, IConnectionEnd end, Address remote)
    {
        var handle = new TcpAssociationHandle(_local!, remote, pipe, end, _settings.MaximumFrameSize, Linger, _time);
        _open.TryAdd(handle, 0);
        _ = handle.Completion.ContinueWith(
            _ => _open.TryRemove(handle, out var _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (_stopping.IsCancellationRequested)
            handle.Disassociate();
        return handle;
    }

    /// <summary>
    /// Keeps in mind that a connection is being opened, until it is, or can't be; from before the first step, so that a shutdown
    /// waits for it, or else it sees the shutdown.
    /// </summary>
    private T Track<T>(Func<T> open) where T : Task
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _opening.TryAdd(ended.Task, 0);
        var opening = open();
        _ = opening.ContinueWith(
            _ =>
            {
                _opening.TryRemove(ended.Task, out var _);
                ended.SetResult();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return opening;
    }

    private LingeringClose Closing(ConnectionContext connection) => new(connection, Linger, _time);

    private async Task<Socket> ConnectAsync(string host, int port, CancellationToken givenUp)
    {
        using var clock = new CancellationTokenSource(_settings.ConnectTimeout, _time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, _stopping.Token, givenUp);
        Socket? socket = null;
        try
        {
            var target = new IPEndPoint(await ResolveAsync(host, limit.Token).ConfigureAwait(false), port);
            socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = _settings.NoDelay };
            await socket.ConnectAsync(target, limit.Token).ConfigureAwait(false);
            return socket;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or RemoteTransportException)
        {
            socket?.Dispose();
            var why = e switch
            {
                _ when _stopping.IsCancellationRequested => "this node is shutting down",
                OperationCanceledException => $"no answer within {_settings.ConnectTimeout.TotalSeconds:0.#} s",
                _ => e.Message,
            };
            throw new InvalidAssociationException($"Cannot connect to {host}:{port}: {why}", e);
        }
    }

    private async Task<IPAddress> ResolveAsync(string host, CancellationToken givenUp)
    {
        if (IPAddress.TryParse(host, out var address))
            return address;
        try
        {
            var found = await _names.FindAsync(host, givenUp).ConfigureAwait(false);
            var family = _settings.DnsUseIpv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
            return found.FirstOrDefault(one => one.AddressFamily == family)
                ?? (_settings.EnforceIpFamily
                    ? throw new RemoteTransportException($"The host name '{host}' has no {(_settings.DnsUseIpv6 ? "IPv6" : "IPv4")} address (akka.remote.dot-netty.tcp.dns-use-ipv6, enforce-ip-family)")
                    : found[0]);
        }
        catch (Exception e) when (e is SocketException or ArgumentException or IndexOutOfRangeException)
        {
            throw new RemoteTransportException($"The host name '{host}' is not known: {e.Message}", e);
        }
    }

    /// <summary>On a thread of its own: as many as may hang would hold up everything else on the pool's.</summary>
    private static Task<IPAddress[]> LookUp(string host) =>
        Task.Factory.StartNew(() => Dns.GetHostAddresses(host), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>In an address, and so in paths, an IPv6 address stands in brackets.</summary>
    private static string HostInAddress(string host) =>
        IPAddress.TryParse(host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : host;

    private static string WhyNotBound(IPEndPoint wanted, Exception e) => e is AddressInUseException
        ? $"Cannot listen on {wanted}: the port is in use; choose another or 0 for any free one (akka.remote.dot-netty.tcp.port)"
        : $"Cannot listen on {wanted}: {e.Message} (akka.remote.dot-netty.tcp.hostname, port)";
}
