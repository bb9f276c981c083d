using ActorSimulation.Engine;
using ActorSimulation.Turns;

namespace ActorSimulation;

/// <summary>
/// Several actor systems on one thread, in virtual time, on a simulated network. All that chance decides comes from the seed, so the same
/// program with the same seed does the same, message by message and byte by byte.
/// </summary>
public sealed class World : IDisposable
{
    /// <summary>The type that dispatchers of your own must have in the settings: <c>my-dispatcher.type = ...</c>. Those of Akka.NET itself have it.</summary>
    public static readonly string DispatcherType = SimulatedSettings.Dispatcher;

    private readonly Schedule _schedule;
    private readonly Trace _trace;
    private readonly WorldParts _parts;
    private readonly List<SimulatedNode> _nodes = [];
    private readonly List<LogEntry> _log = [];

    private World(long seed, TextWriter? trace)
    {
        Seed = seed;
        Chance = Chance.For(seed, "own");
        _schedule = new Schedule(Chance.For(seed, "turns")) { OwnChance = Chance };
        _schedule.Enter();
        _trace = new Trace(_schedule, trace);
        Network = new SimulatedNetwork(_schedule, Chance.For(seed, "network"));
        Time = new WorldTime(_schedule, () => null);
        _parts = new WorldParts(_schedule, Network, _trace);
        RemoteHooks.UseWorlds();
        AkkaChance.DrawFrom(Chance.For(seed, "akka"));
    }

    /// <summary>The time of the world that this thread plays, for parts that Akka.NET makes and gives nothing, such as failure detectors.</summary>
    /// <exception cref="SimulationException">This thread plays none.</exception>
    public static TimeProvider CurrentTime => Schedule.CurrentTime;

    /// <summary>The <see cref="Chance"/> of the world that this thread plays, for parts that Akka.NET makes and gives nothing.</summary>
    /// <exception cref="SimulationException">This thread plays none.</exception>
    public static Chance CurrentChance => Schedule.Playing.OwnChance;

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>Chance for your own use.</summary>
    public Chance Chance { get; }

    /// <summary>The network between the hosts.</summary>
    public SimulatedNetwork Network { get; }

    /// <summary>The time of the world as a <see cref="TimeProvider"/>. Its timers belong to no node.</summary>
    public TimeProvider Time { get; }

    /// <summary>How much time has passed.</summary>
    public TimeSpan Now => _schedule.Now;

    /// <summary>How many turns actors have taken.</summary>
    public long Turns => _schedule.Turns;

    /// <summary>The nodes, in the order in which they were added.</summary>
    public IReadOnlyList<SimulatedNode> Nodes => _nodes;

    /// <summary>What actors have logged, at the level of their system's settings and above.</summary>
    public IReadOnlyList<LogEntry> Log => _log;

    /// <summary>A hash over all messages that were taken, in order, and all notes: equal when two runs were.</summary>
    public string TraceHash => _trace.Hash;

    /// <summary>A hash over all bytes that were sent, with their times.</summary>
    public string WireHash => _trace.WireHash;

    /// <summary>Makes a world on a thread of its own, and waits until it has been played.</summary>
    /// <param name="seed">Decides all that chance decides.</param>
    /// <param name="play">Starts nodes, lets time pass, and says what has come of it. It must not await anything.</param>
    /// <param name="trace">Takes a line for everything that happens; null if only the hashes are wanted.</param>
    /// <returns>What <paramref name="play"/> returns; what it throws is thrown on.</returns>
    /// <exception cref="SimulationException">The program runs on the original Akka.Remote; or another thread has interfered, or no time passes.</exception>
    public static T Play<T>(long seed, Func<World, T> play, TextWriter? trace = null)
    {
        // Akka.NET keeps a system in thread-locals until its thread ends; and a test framework has a SynchronizationContext of its own.
        var played = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => PlayHere(seed, play, trace, played), maxStackSize: 4 << 20) { Name = $"World {seed}", IsBackground = true };
        thread.Start();
        thread.Join();
        return played.Task.GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Play{T}"/>
    public static void Play(long seed, Action<World> play, TextWriter? trace = null) => Play(
        seed,
        world =>
        {
            play(world);
            return true;
        },
        trace);

    /// <summary>Adds a node, on a host of its own. It is there as soon as it starts its first actor system.</summary>
    /// <param name="name">Its name and that of its host, in lower case, as Akka.NET writes hosts in addresses.</param>
    /// <exception cref="ArgumentException">There is one of that name, or no host can have it.</exception>
    public SimulatedNode AddNode(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_nodes.Exists(node => node.Name == name))
            throw new ArgumentException($"There is a node {name} already.", nameof(name));
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
            throw new ArgumentException($"'{name}' is no name of a host: lower-case letters, digits, - and . are.", nameof(name));
        Network.AddHost(name);
        var node = new SimulatedNode(name, _parts, Take);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Does something later; not at all if the world ends before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative.</exception>
    public void After(TimeSpan span, Action action)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        _schedule.Add(span, null, action);
    }

    /// <summary>Writes a line into the trace.</summary>
    /// <param name="who">Whom it is about.</param>
    /// <param name="what">What has happened.</param>
    public void Note(string who, string what) => _trace.Add(who, what);

    /// <summary>Lets time pass.</summary>
    /// <exception cref="SimulationException">Another thread has interfered, or actors tell each other something for ever while no time passes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative.</exception>
    public void Run(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        _schedule.Run(Now + span, static () => false);
    }

    /// <summary>Lets time pass until something is so.</summary>
    /// <param name="isSo">Asked before each turn.</param>
    /// <param name="limit">How long to wait for it at most.</param>
    /// <returns>Whether it is so.</returns>
    /// <exception cref="SimulationException">Another thread has interfered, or actors tell each other something for ever while no time passes.</exception>
    public bool RunUntil(Func<bool> isSo, TimeSpan limit) => _schedule.Run(Now + limit, isSo);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var node in _nodes)
            node.Kill();
        Schedule.Leave();
        _trace.Dispose();
    }

    private void Take(LogEntry entry)
    {
        _log.Add(entry);
        _trace.Add(entry.Node, OneLine($"logs {entry.Level}: {entry.Message} {entry.Cause?.GetBaseException().Message}"));
    }

    // Stack frames come and go when .NET compiles a method again while it runs.
    private static string OneLine(string text) =>
        string.Join(' ', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith("at ", StringComparison.Ordinal)));

    private static void PlayHere<T>(long seed, Func<World, T> play, TextWriter? trace, TaskCompletionSource<T> played)
    {
#pragma warning disable CA1031 // Thrown on where the caller is.
        try
        {
            T result;
            using (var world = new World(seed, trace))
            {
                result = play(world);
                world._schedule.ThrowIfIntruded();
            }

            played.SetResult(result);
        }
        catch (Exception error)
        {
            played.SetException(error);
        }
#pragma warning restore CA1031
    }
}
