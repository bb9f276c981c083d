using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Chatroom.Actors;
using DotNetty.Common.Internal.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotNode.Nodes;

/// <summary>An actor system that listens for others.</summary>
internal sealed class ActorNode : IAsyncDisposable
{
    private const int StartSeconds = 20;

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    // DotNetty's TLS passes on what comes right behind its handshake without saying that the read is complete; its batches of writes
    // wait for that, and so the answer waits until something else comes.
    private const string Secure = "enable-ssl = on, batching.max-pending-writes = 1";

    private readonly TaskCompletionSource _problemSeen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _remotingStopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _quarantined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _problem;

    private ActorNode(ActorSystem system)
    {
        System = system;
        Action<string> remember = problem =>
        {
            _problem = problem;
            _problemSeen.TrySetResult();
        };
        Action connected = () => _connected.TrySetResult();
        Action quarantined = () => _quarantined.TrySetResult();
        Action<string> goDeaf = part => _remotingStopped.TrySetResult(part);
        system.ActorOf(Props.Create(() => new ConnectionWatch(remember, connected, quarantined)), "connection-watch");
        system.ActorOf(Props.Create(() => new RemotingWatch(goDeaf)), "remoting-watch");
        EndedByItself = WhyEndedAsync();
    }

    /// <summary>The actor system.</summary>
    public ActorSystem System { get; }

    /// <summary>The port that it listens on.</summary>
    public int Port => ((ExtendedActorSystem)System).Provider.DefaultAddress.Port!.Value;

    /// <summary>Whether it speaks TLS.</summary>
    public bool IsSecure => ((ExtendedActorSystem)System).Provider.DefaultAddress.Protocol == RoomAddress.SecureScheme;

    /// <summary>Why it last failed to connect to another node; null if it never failed.</summary>
    public string? ConnectionProblem => _problem;

    /// <summary>Done when it could not connect to another node for the first time.</summary>
    public Task ConnectionProblemSeen => _problemSeen.Task;

    /// <summary>Done when it has had a connection to another node.</summary>
    public Task Connected => _connected.Task;

    /// <summary>Done when another node has taken this one for dead, and will never talk to this system again.</summary>
    public Task Quarantined => _quarantined.Task;

    /// <summary>Done when the system has ended, or no longer hears other nodes; with the reason if there is one.</summary>
    public Task<string> EndedByItself { get; }

    /// <summary>Whether the system is ending or has ended: its actors end first.</summary>
    public bool IsEnding
    {
        get
        {
            try
            {
                System.Stop(System.ActorOf(Props.Empty));
                return false;
            }
            catch (InvalidOperationException)
            {
                // It takes no more actors.
                return true;
            }
        }
    }

    /// <summary>Starts the system; it listens when this is done.</summary>
    /// <param name="start">What it is started with.</param>
    /// <param name="log">Takes what the actors log, a line an entry.</param>
    /// <param name="cancelled">Cancels the start.</param>
    /// <exception cref="NodeStartException">It can't be started; the message says why.</exception>
    public static async Task<ActorNode> StartAsync(NodeStart start, TextWriter log, CancellationToken cancelled)
    {
        if (start.Tls is null && StartFailure.WantsCertificate(start.File, start.Settings) is { } problem)
            throw new NodeStartException(problem);
        // DotNetty would build a logger factory and everything that it needs; Akka.NET logs by itself.
        InternalLoggerFactory.DefaultFactory = NullLoggerFactory.Instance;
        // DotNetty takes buffers from blocks of 8 KiB << 11. After a flood it never gives two of them back; of smaller blocks it frees most.
        Environment.SetEnvironmentVariable("io.netty.allocator.maxOrder", "6");
        try
        {
            // Akka.NET waits for ever for a transport that it can't make.
            var system = await InTimeAsync(Task.Run(() => Create(start), cancelled), cancelled).ConfigureAwait(false);
            system.EventStream.Publish(new AkkaLogger.LogTo(log));
            if (start.Trace is { } since)
                MessageTrace.Begin(system, since, log.WriteLine);
            return new ActorNode(system);
        }
        catch (TimeoutException error)
        {
            throw new NodeStartException($"The actor system does not start with {start.File}: it is not ready after {StartSeconds} s.", error);
        }
#pragma warning disable CA1031 // Akka.NET throws whatever its parts throw.
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new NodeStartException(StartFailure.WhyNotStarted(start.File, error), error);
        }
#pragma warning restore CA1031
    }

    // Counted second by second: the time in which this process was stopped does not count.
    private static async Task<ActorSystem> InTimeAsync(Task<ActorSystem> starting, CancellationToken cancelled)
    {
        for (var second = 1; ; second++)
        {
            try
            {
                return await starting.WaitAsync(TimeSpan.FromSeconds(1), cancelled).ConfigureAwait(false);
            }
            catch (TimeoutException) when (second < StartSeconds && !starting.IsFaulted)
            {
                // It has more time.
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => EndAsync(CancellationToken.None);

    /// <summary>Ends the system, and says goodbye to other nodes; that may take a while, but not for ever.</summary>
    /// <param name="hurry">Cancelled when no node is left that needs a goodbye.</param>
    public async ValueTask EndAsync(CancellationToken hurry)
    {
        try
        {
            await System.Terminate().WaitAsync(EndLimit, hurry).ConfigureAwait(false);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            // The process ends anyway; all output has been printed and written.
        }
    }

    private static ActorSystem Create(NodeStart start)
    {
        var own = ConfigurationFactory.ParseString($$"""
            akka {
              loggers = ["{{typeof(AkkaLogger).AssemblyQualifiedName}}"]
              stdout-loglevel = OFF
              coordinated-shutdown.run-by-clr-shutdown-hook = off
              remote.dot-netty.tcp {
                hostname = "{{start.ListenOn}}", port = {{start.Port}}, public-hostname = "{{start.KnownAs}}"
                {{(start.Tls is null ? "" : Secure)}}
              }
            }
            """).WithFallback(start.Settings);

        // A system that is set up by code first reads app.config, and loads everything that this needs.
        return start.Tls is null
            ? ActorSystem.Create(start.Name, own)
            : ActorSystem.Create(start.Name, ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(own), start.Tls.Setup));
    }

    private async Task<string> WhyEndedAsync()
    {
        if (await Task.WhenAny(System.WhenTerminated, _remotingStopped.Task).ConfigureAwait(false) == _remotingStopped.Task)
            return $"its remoting has ended by itself ({await _remotingStopped.Task.ConfigureAwait(false)})";
        // A call of Terminate is no reason; the others are named by their type.
        var reason = CoordinatedShutdown.Get(System).ShutdownReason is { } given and not CoordinatedShutdown.ActorSystemTerminateReason
            ? given.GetType().Name
            : null;
        return string.Join(": ", [.. new[] { reason, _problem }.Where(word => !string.IsNullOrEmpty(word))]) is { Length: > 0 } why
            ? $"its actor system has ended by itself ({why})"
            : "its actor system has ended by itself";
    }
}
