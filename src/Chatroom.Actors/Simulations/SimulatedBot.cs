using System.Globalization;
using ActorSimulation;
using Akka.Actor;
using RemoteGuard.Sleep;

namespace Chatroom.Actors;

/// <summary>The node of a bot in a simulation: does what a <see cref="RejoinPlan"/> says with simulated actor systems, as the program does with real ones.</summary>
internal sealed class SimulatedBot
{
    private const int FirstPort = 20_000;

    // As the program does.
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(2);

    private readonly SimulationSetup _setup;
    private readonly Persona _persona;
    private readonly List<BotLife> _lives = [];
    private int _port = FirstPort;

    /// <summary>Adds the node; it has not started yet.</summary>
    public SimulatedBot(World world, SimulationSetup setup, int number)
    {
        (World, _setup, _persona) = (world, setup, setup.Scenario.Roster[number]);
        // A bot's name may have characters that no host has.
        Node = world.AddNode(string.Create(CultureInfo.InvariantCulture, $"bot{number + 1}"));
    }

    /// <summary>The bot's name.</summary>
    public string Name => _persona.Name;

    /// <summary>The node.</summary>
    public SimulatedNode Node { get; }

    /// <summary>Its processes, in order.</summary>
    public IReadOnlyList<BotLife> Lives => _lives;

    /// <summary>Whether a process of it runs.</summary>
    public bool IsAlive => _lives is [.., { IsKilled: false, Ending: null }];

    private World World { get; }

    /// <summary>Starts a process, with a bot that knows of none before it.</summary>
    public void Start()
    {
        var life = new BotLife(Name);
        _lives.Add(life);
        new Process(this, life).Begin();
    }

    /// <summary>Ends the minds that were brought in.</summary>
    public Task EndMindsAsync() => Task.WhenAll(_lives.Select(life => life.Minds?.EndAsync() ?? Task.CompletedTask));

    /// <summary>Kills the process.</summary>
    public void Kill(NodeEnding ending)
    {
        if (!IsAlive)
            return;
        (_lives[^1].IsKilled, _lives[^1].EndedAt) = (true, World.Now);
        Node.Kill(ending);
    }

    /// <summary>A process: takes inputs one after the other, hands them to the plan, and does what it says.</summary>
    private sealed class Process
    {
        private readonly SimulatedBot _bot;
        private readonly BotLife _life;
        private readonly BotSession _session;
        private readonly RejoinPlan _plan;
        private readonly AwakeTime _awake;
        private readonly Queue<RejoinInput> _inputs = new();
        private readonly Dictionary<int, ActorSystem> _systems = [];
        private readonly Dictionary<int, string?> _problems = [];

        public Process(SimulatedBot bot, BotLife life)
        {
            (_bot, _life) = (bot, life);
            var ticket = bot.World.Chance.Next().ToString("x16", CultureInfo.InvariantCulture);
            var settings = new BotSettings
            {
                Name = bot.Name, Ticket = ticket, Patience = bot._setup.Patience, PersonaOf = name => PromptPersona.Among(bot._setup.Scenario.Roster, name),
            };
            _session = new BotSession(settings, new SimulatedMind(bot._setup, life, bot.Node.Time, MindOf(bot, life)), Note);
            _plan = new RejoinPlan(bots: 1, new BotSettings().PatienceToJoin, bot._setup.Patience, endsWithProcess: true);
            _awake = new AwakeTime(bot.Node.Time, 2 * ReadEvery);
        }

        public void Begin()
        {
            // The first system makes the process: timers belong to it.
            _systems[-1] = StartSystem();
            _ = _bot.Node.Time.CreateTimer(_ => _awake.GetTimestamp(), null, ReadEvery, ReadEvery);
            Tell(new RejoinInput.Begun());
        }

        // As the program does, when the program of a mind has ended: the bot crashes, and with it its process ends.
        private IMind? MindOf(SimulatedBot bot, BotLife life)
        {
            if (bot._setup.Minds is not { } minds)
                return null;
            life.Minds = minds.Of(bot._setup.Scenario.Room.ReplyTimeout);
            return life.Minds.Of(bot.Name, () => _ = _session.CrashAsync(FarewellLimit, bot.Node.Time));
        }

        private TimeSpan Now => TimeSpan.FromTicks(_awake.GetTimestamp());

        private ActorSystem StartSystem() => _bot.Node.Start("Bot", _bot._port++, _bot._setup.BotSettings);

        private void Note(BotNews news)
        {
            if (news is BotNews.Heard { Happened: var happened })
                _life.Heard.Add(happened);
            else if (news is BotNews.Returned)
                _life.Returned++;
            _bot.World.Note(_bot.Node.Name, $"hears {news}");
        }

        // What is told while the plan decides comes after that.
        private void Tell(RejoinInput input)
        {
            _inputs.Enqueue(input);
            _ = _bot.Node.Time.CreateTimer(_ => Take(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        private void Take()
        {
            if (_life.Ending is not null || !_inputs.TryDequeue(out var input))
                return;
            _bot.World.Note(_bot.Node.Name, $"takes {input}");
            foreach (var action in _plan.Handle(input, Now))
                Do(action);
        }

        private void Do(RejoinAction action)
        {
            switch (action)
            {
                case RejoinAction.StartSystem its:
                    Start(its);
                    break;
                case RejoinAction.Abandon its:
                    _ = _session.AbandonAsync(its.Ending, its.StopLimit, _bot.Node.Time);
                    break;
                case RejoinAction.EndSystem its:
                    if (_systems.Remove(its.System, out var system))
                        _bot.Node.End(system);
                    break;
                case RejoinAction.WaitUntil its:
                    WaitUntil(its.Time);
                    break;
                case RejoinAction.Finish its:
                    (_life.Ending, _life.EndedAt) = (_session.Judge(its.Endings[0]), _bot.World.Now);
                    _bot.World.Note(_bot.Node.Name, $"has ended: {_life.Ending}");
                    _bot.Node.Kill();
                    break;
                case RejoinAction.AskRooms or RejoinAction.TellLost or RejoinAction.Report:
                    // A seed node with one room does not say which rooms there are; and nobody looks at a simulated screen.
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(action), action, "A simulated bot is not told this.");
            }
        }

        private void Start(RejoinAction.StartSystem its)
        {
            var system = _systems.Remove(-1, out var first) ? first : StartSystem();
            _systems[its.System] = system;
            _life.Systems++;
            Action<string> problem = why => _problems[its.System] = why;
            Action connected = () => Tell(new RejoinInput.Connected(its.System));
            Action quarantined = () =>
            {
                _life.Quarantined++;
                Tell(new RejoinInput.Quarantined(its.System));
            };
            system.ActorOf(Props.Create(() => new ConnectionWatch(problem, connected, quarantined)), "connection-watch");
            var living = _session.RunAsync(
                system, system.ActorSelection(SimulatedSeed.Room), null, its.Patience, () => Tell(new RejoinInput.LetIn(0)), () => Tell(new RejoinInput.Answered(0)));
            _ = ReportAsync(living, its.System);
            Tell(new RejoinInput.SystemStarted(its.System));
        }

        private async Task ReportAsync(Task<BotNews> living, int system) =>
            Tell(new RejoinInput.BotEnded(0, await living.ConfigureAwait(false), _problems.GetValueOrDefault(system)));

        private void WaitUntil(TimeSpan until)
        {
            if (until - Now is { Ticks: > 0 } left)
                _ = _bot.Node.Time.CreateTimer(_ => WaitUntil(until), null, left, Timeout.InfiniteTimeSpan);
            else
                Tell(new RejoinInput.TimePassed());
        }
    }
}
