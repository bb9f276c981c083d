using System.Collections.Concurrent;
using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Shuts an actor system down in phases: tasks of a phase run side by side, and a phase starts when those that it depends
/// on are over. See <c>akka.coordinated-shutdown</c>.
/// </summary>
public sealed class CoordinatedShutdown : IExtension
{
    /// <summary>The first phase: stop letting new work in.</summary>
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";

    /// <summary>Stop accepting connections.</summary>
    public const string PhaseServiceUnbind = "service-unbind";

    /// <summary>Wait for requests that are under way.</summary>
    public const string PhaseServiceRequestsDone = "service-requests-done";

    /// <summary>Close connections.</summary>
    public const string PhaseServiceStop = "service-stop";

    /// <summary>What has to happen before the cluster goes.</summary>
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";

    /// <summary>Hand over cluster shards.</summary>
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";

    /// <summary>Leave the cluster.</summary>
    public const string PhaseClusterLeave = "cluster-leave";

    /// <summary>Hand over cluster singletons.</summary>
    public const string PhaseClusterExiting = "cluster-exiting";

    /// <summary>Wait until the cluster knows.</summary>
    public const string PhaseClusterExitingDone = "cluster-exiting-done";

    /// <summary>Stop the cluster extension.</summary>
    public const string PhaseClusterShutdown = "cluster-shutdown";

    /// <summary>The last phase in which actors run.</summary>
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";

    /// <summary>The last phase: the actor system terminates.</summary>
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly IReadOnlyDictionary<string, ShutdownPhase> _phases;
    private readonly IReadOnlyList<string> _order;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ShutdownTask>> _tasks = new(StringComparer.Ordinal);
    private readonly ILoggingAdapter _log;
    private readonly TaskCompletionSource<Done> _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Reason? _reason;
    private volatile bool _exiting;

    private CoordinatedShutdown(ExtendedActorSystem system, IReadOnlyDictionary<string, ShutdownPhase> phases)
    {
        System = system;
        _phases = phases;
        _order = ShutdownPhase.InOrder(phases);
        _log = Logging.GetLogger(system, this);
    }

    private sealed record ShutdownTask(string Name, Func<Task<Done>> Run);

    /// <summary>Why the system shuts down; null before it does.</summary>
    public Reason? ShutdownReason => Volatile.Read(ref _reason);

    /// <summary>The system.</summary>
    public ExtendedActorSystem System { get; }

    /// <summary>The time that the phases which have tasks may take together.</summary>
    public TimeSpan TotalTimeout => _tasks.Keys.Aggregate(TimeSpan.Zero, (sum, phase) => sum + Timeout(phase));

    internal Action<int> ExitProcess { get; set; } = Environment.Exit;

    /// <summary>The system's coordinated shutdown.</summary>
    /// <param name="sys">The system.</param>
    /// <returns>The extension.</returns>
    public static CoordinatedShutdown Get(ActorSystem sys) => sys.WithExtension<CoordinatedShutdown, CoordinatedShutdownExtension>();

    /// <summary>Adds a task to a phase. It may be added until the phase starts.</summary>
    /// <param name="phase">The phase's name, as configured.</param>
    /// <param name="taskName">The task's name, for the log.</param>
    /// <param name="task">The task.</param>
    /// <exception cref="ConfigurationException">There is no such phase.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        if (!_phases.ContainsKey(phase))
        {
            throw new ConfigurationException(
                $"There is no shutdown phase '{phase}'. Use one of {string.Join(", ", _order)}, or add it to akka.coordinated-shutdown.phases.");
        }

        _tasks.GetOrAdd(phase, static _ => new ConcurrentQueue<ShutdownTask>()).Enqueue(new ShutdownTask(taskName, task));
    }

    /// <summary>Shuts down. Only the first call does anything; all get the same task.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="fromPhase">The phase to start with; the first one if null. From a phase that there is not, none runs.</param>
    /// <returns>Over when all phases are; faulted if a phase without <c>recover</c> failed.</returns>
    public Task<Done> Run(Reason reason, string? fromPhase = null)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null) _ = RunPhasesAsync(reason, fromPhase);
        return _completed.Task;
    }

    /// <summary>The time that a phase may take.</summary>
    /// <param name="phase">The phase.</param>
    /// <returns>The time.</returns>
    /// <exception cref="ArgumentException">There is no such phase.</exception>
    public TimeSpan Timeout(string phase) => _phases.TryGetValue(phase, out var found)
        ? found.Timeout
        : throw new ArgumentException($"There is no shutdown phase '{phase}'.", nameof(phase));

    internal static CoordinatedShutdown Create(ExtendedActorSystem system)
    {
        var config = system.Settings.Config.GetConfig("akka.coordinated-shutdown")
            ?? throw ConfigurationException.NullOrEmptyConfig<CoordinatedShutdown>("akka.coordinated-shutdown");
        var shutdown = new CoordinatedShutdown(system, ShutdownPhase.Read(config));
        var terminates = system.Settings.CoordinatedShutdownTerminateActorSystem;
        var exits = config.GetBoolean("exit-clr");
        if (terminates || exits)
            shutdown.AddTask(PhaseActorSystemTerminate, "terminate-system", () => shutdown.TerminateSystemAsync(terminates, exits));
        if (config.GetBoolean("run-by-clr-shutdown-hook")) shutdown.HookProcessExit();
        return shutdown;
    }

    // The end of the process has begun by itself when it is the reason.
    private async Task<Done> TerminateSystemAsync(bool terminates, bool exits)
    {
        var terminated = Task.CompletedTask;
        if (terminates)
        {
            ((ActorSystemImpl)System).FinalTerminate();
            terminated = System.WhenTerminated;
        }

        // With exit-clr, the process ends even if the actor system takes longer than the phase may.
        await (exits ? Task.WhenAny(terminated, Task.Delay(Timeout(PhaseActorSystemTerminate), TimeProvider.System)) : terminated)
            .ConfigureAwait(false);
        if (exits && ShutdownReason is not ClrExitReason)
        {
            _exiting = true;
            ExitProcess(0);
        }

        return Done.Instance;
    }

    private void HookProcessExit()
    {
        // The process waits for the end of the shutdown, however it ends; but not if the shutdown waits for the process.
        void OnExit(object? sender, EventArgs e)
        {
            if (!_exiting) Task.WaitAny([Run(ClrExitReason.Instance)], TotalTimeout);
        }

        AppDomain.CurrentDomain.ProcessExit += OnExit;
        System.RegisterOnTermination(() => AppDomain.CurrentDomain.ProcessExit -= OnExit);
    }

    private async Task RunPhasesAsync(Reason reason, string? fromPhase)
    {
        _log.Debug("Shutting down: {0}", reason);
        try
        {
            var from = fromPhase is null ? _order : _order.SkipWhile(phase => phase != fromPhase);
            foreach (var name in from)
            {
                if (_phases.TryGetValue(name, out var phase)) await RunPhaseAsync(phase).ConfigureAwait(false);
            }

            _completed.TrySetResult(Done.Instance);
        }
#pragma warning disable CA1031 // The failure goes to whoever awaits the shutdown.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _completed.TrySetException(exception);
        }
    }

    private async Task RunPhaseAsync(ShutdownPhase phase)
    {
        if (!_tasks.TryGetValue(phase.Name, out var tasks)) return;
        var started = tasks.Select(task => RunTaskAsync(phase, task)).ToArray();
        var all = Task.WhenAll(started);
        try
        {
            // Real time even under a virtual scheduler: a shutdown must end.
            await all.WaitAsync(phase.Timeout, TimeProvider.System).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!all.IsCompleted)
        {
            var text = $"The shutdown phase {phase.Name} was not over within its {phase.Timeout}";
            if (!phase.Recover) throw new TimeoutException(text);
            _log.Warning(text);
        }
    }

    private async Task RunTaskAsync(ShutdownPhase phase, ShutdownTask task)
    {
        try
        {
            await task.Run().ConfigureAwait(false);
        }
        catch (Exception exception) when (phase.Recover)
        {
            _log.Warning(exception, "The shutdown task {0} of phase {1} threw: {2}", task.Name, phase.Name, exception.Message);
        }
    }

    /// <summary>Why a system shuts down. Derive from it for reasons of your own.</summary>
    public class Reason
    {
        /// <summary>For the reasons that derive from this.</summary>
        protected Reason()
        {
        }
    }

    /// <summary>Nobody said why.</summary>
    public class UnknownReason : Reason
    {
        /// <summary>The only instance.</summary>
        public static readonly Reason Instance = new UnknownReason();

        private UnknownReason()
        {
        }
    }

    /// <summary><see cref="ActorSystem.Terminate"/> was called.</summary>
    public class ActorSystemTerminateReason : Reason
    {
        /// <summary>The only instance.</summary>
        public static readonly Reason Instance = new ActorSystemTerminateReason();

        private ActorSystemTerminateReason()
        {
        }
    }

    /// <summary>The process exits.</summary>
    public class ClrExitReason : Reason
    {
        /// <summary>The only instance.</summary>
        public static readonly Reason Instance = new ClrExitReason();

        private ClrExitReason()
        {
        }
    }
}
