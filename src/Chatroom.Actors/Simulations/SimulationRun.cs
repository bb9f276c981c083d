using ActorSimulation;

namespace Chatroom.Actors;

/// <summary>Plays one conversation with the faults of a plan.</summary>
internal sealed class SimulationRun
{
    // Bots that are started together do not come at the same instant.
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(2);

    // Longer than all patience.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(15);

    private readonly World _world;
    private readonly SimulationSetup _setup;
    private readonly SimulatedSeed _seed;
    private readonly List<SimulatedBot> _bots;

    // What is wrong with ways, each by one fault; several may be wrong with one way.
    private readonly List<(string From, string To, Action Begin)> _wrong = [];

    private SimulationRun(World world, SimulationSetup setup)
    {
        (_world, _setup) = (world, setup);
        _seed = new SimulatedSeed(world, setup);
        _bots = [.. setup.Scenario.Roster.Select((_, number) => new SimulatedBot(world, setup, number))];
    }

    /// <summary>Plays it with the faults of its scenario, or with those that its seed draws.</summary>
    /// <param name="setup">What is simulated.</param>
    /// <param name="seed">Decides all that chance decides.</param>
    /// <param name="plan">What may go wrong, if the scenario does not say what does.</param>
    /// <param name="trace">Takes all that happens, a line each; null if nobody wants it.</param>
    public static SimulationOutcome Play(SimulationSetup setup, long seed, FaultPlan plan, TextWriter? trace = null) => Play(
        setup, seed, setup.Scenario.Faults ?? plan.Draw(Chance.For(seed, "faults"), setup.Scenario.Names, setup.FaultsUntil), trace);

    /// <summary>Plays it.</summary>
    /// <param name="setup">What is simulated.</param>
    /// <param name="seed">Decides all that chance decides, except for the faults.</param>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="trace">Takes all that happens, a line each; null if nobody wants it.</param>
    public static SimulationOutcome Play(SimulationSetup setup, long seed, ValueList<Fault> faults, TextWriter? trace = null) =>
        World.Play(
            seed,
            world =>
            {
                var run = new SimulationRun(world, setup);
                try
                {
                    return run.Play(faults);
                }
                finally
                {
                    Task.WhenAll(run._bots.Select(bot => bot.EndMindsAsync())).GetAwaiter().GetResult();
                }
            },
            trace);

    private SimulationOutcome Play(ValueList<Fault> faults)
    {
        _seed.Start();
        foreach (var bot in _bots)
            _world.After(_world.Chance.Between(TimeSpan.Zero, LongestStart), bot.Start);
        foreach (var fault in faults)
            _world.After(fault.At, () => Begin(fault));
        var end = faults.Select(fault => fault.End).Append(LongestStart).Max();
        _world.Run(end);
        _world.Network.HealAll();
        var room = _setup.Scenario.Room;
        var hasEnded = _world.RunUntil(HasEnded, Settling + room.JoinTimeout + (room.Rounds * room.ReplyTimeout) + room.ClosingTimeout);
        return new SimulationOutcome
        {
            Setup = _setup,
            Seed = _world.Seed,
            Faults = faults,
            Events = _seed.Events.ToValueList(),
            Times = [.. _seed.Times],
            Transcript = _seed.Transcript,
            Lives = [.. _bots.SelectMany(bot => bot.Lives)],
            HasEnded = hasEnded,
            Resumed = _seed.Resumed,
            ClosedAt = _seed.ClosedAt,
            Failure = _seed.Failure,
            Log = [.. _world.Log],
            Time = _world.Now,
            Turns = _world.Turns,
            TraceHash = _world.TraceHash,
            WireHash = _world.WireHash,
        };
    }

    private bool HasEnded() => _seed.Events is [.., Closed] && _bots.TrueForAll(bot => !bot.IsAlive);

    private void Begin(Fault fault)
    {
        _world.Note("world", fault.ToString());
        switch (fault)
        {
            case Fault.Cut its:
                _world.Network.Cut(SimulatedSeed.Host, HostOf(its.Bot));
                break;
            case Fault.Block its:
                foreach (var (from, to) in Ways(its.Way, HostOf(its.Bot)))
                    For(its.For, () => _world.Network.Block(from, to), from, to);
                break;
            case Fault.Slow its:
                foreach (var (from, to) in Ways(FaultWay.Both, HostOf(its.Bot)))
                    For(its.For, () => _world.Network.Slow(from, to, its.Factor), from, to);
                break;
            case Fault.Refuse its:
                For(its.For, () => _world.Network.Refuse(HostOf(its.Bot), SimulatedSeed.Host), HostOf(its.Bot), SimulatedSeed.Host);
                break;
            case Fault.Kill { Bot: null } its:
                KillSeed(its);
                break;
            case Fault.Kill its:
                Kill(Of(its.Bot!), its);
                break;
            case Fault.Pause its:
                if (its.Bot is null ? _seed.Node.IsUp : Of(its.Bot).IsAlive)
                    (its.Bot is null ? _seed.Node : Of(its.Bot).Node).Pause(its.For);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, "Nobody knows how this is done.");
        }
    }

    private void KillSeed(Fault.Kill its)
    {
        if (!_seed.Node.IsUp)
            return;
        _seed.Node.Kill(EndingOf(its));
        if (its.RestartAfter is { } after)
            _world.After(after, _seed.Start);
    }

    private void Kill(SimulatedBot bot, Fault.Kill its)
    {
        if (!bot.IsAlive)
            return;
        bot.Kill(EndingOf(its));
        if (its.RestartAfter is { } after)
            _world.After(after, bot.Start);
    }

    private static NodeEnding EndingOf(Fault.Kill its) => its.Ending switch
    {
        KillEnding.Closed => NodeEnding.Closed,
        KillEnding.Reset => NodeEnding.Reset,
        KillEnding.Silent => NodeEnding.Silent,
        _ => throw new ArgumentOutOfRangeException(nameof(its), its, "Nobody knows how this is done."),
    };

    private void For(TimeSpan span, Action begin, string from, string to)
    {
        var wrong = (from, to, begin);
        _wrong.Add(wrong);
        begin();
        _world.After(span, () => End(wrong));
    }

    private void End((string From, string To, Action Begin) wrong)
    {
        _wrong.Remove(wrong);
        _world.Network.Heal(wrong.From, wrong.To);
        foreach (var other in _wrong.Where(other => other.From == wrong.From && other.To == wrong.To))
            other.Begin();
    }

    private static IEnumerable<(string From, string To)> Ways(FaultWay way, string bot)
    {
        if (way != FaultWay.FromBot)
            yield return (SimulatedSeed.Host, bot);
        if (way != FaultWay.ToBot)
            yield return (bot, SimulatedSeed.Host);
    }

    private SimulatedBot Of(string name) => _bots.Find(bot => bot.Name == name) ?? throw new ArgumentException($"There is no bot {name}.", nameof(name));

    private string HostOf(string bot) => Of(bot).Node.Name;
}
