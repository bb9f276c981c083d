using System.Globalization;
using System.Text;
using ActorSimulation;
using Akka.Actor;
using RemoteGuard.Sleep;

namespace Chatroom.Actors;

/// <summary>The seed node of a simulation: one room, whose transcript stays when the process is killed, and is resumed by the next one.</summary>
internal sealed class SimulatedSeed
{
    /// <summary>Its node and its host.</summary>
    public const string Host = "seed";

    private const string SystemName = "Chatroom";
    private const int Port = 8080;

    // As SeedWorker reads it.
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan EndsAfter = TimeSpan.FromSeconds(1);

    private readonly World _world;
    private readonly SimulationSetup _setup;
    private readonly StringBuilder _transcript = new();
    private readonly List<RoomEvent> _events = [];
    private readonly List<TimeSpan> _times = [];

    /// <summary>Adds the node; it has not started yet.</summary>
    public SimulatedSeed(World world, SimulationSetup setup)
    {
        (_world, _setup) = (world, setup);
        Node = world.AddNode(Host);
    }

    /// <summary>Where bots look for the room.</summary>
    public static string Room => $"akka.tcp://{SystemName}@{Host}:{Port}/user/{ChatroomActor.Name}";

    /// <summary>The node.</summary>
    public SimulatedNode Node { get; }

    /// <summary>The transcript so far.</summary>
    public string Transcript => _transcript.ToString();

    /// <summary>The events so far, of all processes.</summary>
    public IReadOnlyList<RoomEvent> Events => _events;

    /// <summary>When the room noted each of them.</summary>
    public IReadOnlyList<TimeSpan> Times => _times;

    /// <summary>How often a process has taken up the conversation of the one before.</summary>
    public int Resumed { get; private set; }

    /// <summary>When the room closed; null while it is open.</summary>
    public TimeSpan? ClosedAt { get; private set; }

    /// <summary>Why the room's actor failed; null if it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Starts the process, which opens the room or goes on with its conversation.</summary>
    public void Start()
    {
        if (Events is [.., Closed])
            return;
        var system = Node.Start(SystemName, Port, _setup.SeedSettings);
        system.ActorOf(RoomDoor.Props(number => ValueTask.FromResult(number == 1 ? Conversation() : null)), ChatroomActor.Name);
    }

    // Its process ends soon after; but one with other rooms goes on.
    private void Close()
    {
        ClosedAt = _world.Now;
        if (_world.Chance.OneIn(2))
            _world.After(EndsAfter, () => Node.Kill());
    }

    private Props Conversation()
    {
        var awake = new AwakeTime(Node.Time, 2 * ReadEvery);
        _ = Node.Time.CreateTimer(_ => awake.GetTimestamp(), null, ReadEvery, ReadEvery);
        var past = _events.Count == 0 ? null : TranscriptReader.ReadIntact(Encoding.UTF8.GetBytes(Transcript), "transcript");
        Resumed += past is null ? 0 : 1;
        return ChatroomActor.Props(_setup.Scenario, _world.Seed, new Observer(this, past), past?.Events ?? [], awake);
    }

    private TranscriptHeader Header() => new(
        _setup.Scenario.Name, ScenarioDigest.Of(_setup.Scenario), _world.Seed, _setup.Scenario.Names, _setup.Scenario.Room, "simulation");

    private sealed class Observer : IRoomObserver
    {
        private readonly SimulatedSeed _seed;
        private readonly TranscriptWriter _writer;

        public Observer(SimulatedSeed seed, IntactLines? past)
        {
            _seed = seed;
            if (past is null)
                _seed._transcript.Clear();
            var to = new StringWriter(seed._transcript, CultureInfo.InvariantCulture);
            _writer = past is null ? new TranscriptWriter(to, seed.Header()) : new TranscriptWriter(to, past);
        }

        public void Happened(RoomEvent happened)
        {
            _writer.Write(happened);
            _seed._events.Add(happened);
            _seed._times.Add(_seed._world.Now);
            if (happened is Closed)
                _seed.Close();
            _seed._world.Note(Host, $"notes {happened}");
        }

        public void Broke(Exception cause) => _seed.Failure ??= cause;
    }
}
