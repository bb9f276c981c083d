using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace ActorSimulation.Engine;

/// <summary>The settings by which an actor system lives in a world.</summary>
internal static class SimulatedSettings
{
    private static readonly string[] Dispatchers =
    [
        "akka.actor.default-dispatcher", "akka.actor.internal-dispatcher", "akka.actor.default-blocking-io-dispatcher",
        "akka.actor.default-fork-join-dispatcher", "akka.remote.default-remote-dispatcher", "akka.remote.backoff-remote-dispatcher",
    ];

    private static readonly Config Fixed = ConfigurationFactory.ParseString($$"""
        akka {
          stdout-loglevel = OFF, loggers = []
          log-dead-letters = off, log-dead-letters-during-shutdown = off
          scheduler.implementation = "{{NameOf(typeof(SimulatedScheduler))}}"
          coordinated-shutdown.run-by-clr-shutdown-hook = off
          actor {
            provider = remote
            default-mailbox.mailbox-type = "{{NameOf(typeof(SimulatedMailbox))}}"
            mailbox.unbounded-queue-based.mailbox-type = "{{NameOf(typeof(SimulatedMailbox))}}"
          }
          remote {
            enabled-transports = ["akka.remote.simulated"]
            simulated { transport-class = "{{NameOf(typeof(SimulatedTransport))}}", transport-protocol = tcp, hostname = simulated, port = 1 }
          }
        }
        {{string.Concat(Dispatchers.Select(path => $"{path}.type = \"{NameOf(typeof(SimulatedDispatcherConfigurator))}\"\n"))}}
        """);

    private static readonly Config Default = ConfigurationFactory.ParseString("akka.loglevel = WARNING");

    private static readonly string[] WithThreads =
    [
        "Dispatcher", "TaskDispatcher", "PinnedDispatcher", "ForkJoinDispatcher", "SynchronizedDispatcher", "CurrentSynchronizationContextDispatcher",
    ];

    /// <summary>The settings of a user, with all that lets the system out of its world replaced.</summary>
    /// <exception cref="SimulationException">There is a dispatcher with threads of its own among them.</exception>
    public static Config Of(Config settings)
    {
        foreach (var (name, value) in settings.AsEnumerable())
            RefuseThreads(name, value);
        var tcp = settings.GetConfig("akka.remote.dot-netty.tcp");
        var size = tcp?.GetByteSize("maximum-frame-size");
        var limit = tcp?.GetTimeSpan("connection-timeout", TimeSpan.Zero) is { Ticks: > 0 } given ? given : TimeSpan.FromSeconds(15);
        return ConfigurationFactory.ParseString($"""
            akka.remote.simulated.maximum-frame-size = {size ?? 128_000}b
            akka.remote.simulated.connection-timeout = {limit.TotalMilliseconds} ms
            akka.remote.simulated.applied-adapters = [{string.Join(", ", settings.GetStringList("akka.remote.dot-netty.tcp.applied-adapters", []))}]
            {DetectorAt(settings, "akka.remote.watch-failure-detector", typeof(SimulatedPhiDetector))}
            {DetectorAt(settings, "akka.remote.transport-failure-detector", typeof(SimulatedDeadlineDetector))}
            """).WithFallback(Fixed).WithFallback(settings).WithFallback(Default);
    }

    // What such a dispatcher does would be missed, or could not be repeated.
    private static void RefuseThreads(string path, HoconValue value)
    {
        if (!value.IsObject() || Dispatchers.Contains(path))
            return;
        foreach (var (key, inner) in value.GetObject().Items)
        {
            if (key == "type" && inner.IsString() && WithThreads.Contains(inner.GetString()))
                throw new SimulationException($"The dispatcher {path} has threads of its own. In a simulation its settings need: type = \"{Dispatcher}\"");
            RefuseThreads($"{path}.{key}", inner);
        }
    }

    // A detector of the user's own is kept.
    private static string DetectorAt(Config settings, string path, Type ours) =>
        settings.GetString(path + ".implementation-class", "Akka.Remote.") is { } named && named.StartsWith("Akka.Remote.", StringComparison.Ordinal)
            ? $"{path}.implementation-class = \"{NameOf(ours)}\""
            : "";

    /// <summary>The name of the type that dispatchers of the user have to be of.</summary>
    public static string Dispatcher => NameOf(typeof(SimulatedDispatcherConfigurator));

    private static string NameOf(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";
}
