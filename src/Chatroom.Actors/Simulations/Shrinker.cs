using ActorSimulation;

namespace Chatroom.Actors;

/// <summary>Makes a simulated conversation smaller while the same property fails: fewer faults, bots and rounds, shorter and rounder times.</summary>
/// <param name="fails">Whether the property fails in a simulation of a scenario, with its seed and its faults.</param>
/// <param name="cancelled">Cancelled when what has been found so far is enough.</param>
internal sealed class Shrinker(Func<Scenario, bool> fails, CancellationToken cancelled)
{
    private const int MostRuns = 2000;

    // With another bot or fault less, chance falls otherwise; one of a few other seeds may fail again.
    private const int OtherSeeds = 8;

    private int _runs;

    /// <summary>Shrinks the runs of a setup in which a property fails.</summary>
    public static Shrinker Of(SimulationSetup setup, string property, Func<SimulationOutcome, SimulationFailure?> judge, CancellationToken cancelled) => new(
        scenario => judge(SimulationRun.Play(setup with { Scenario = scenario }, scenario.Seed!.Value, FaultPlan.None))?.Property == property, cancelled);

    /// <summary>The smallest scenario that was found; it has the seed and the faults of a run that fails.</summary>
    /// <param name="failing">One that fails, with its seed and its faults.</param>
    public Scenario Shrink(Scenario failing)
    {
        while (!cancelled.IsCancellationRequested && _runs < MostRuns && Smaller(failing).FirstOrDefault(Fails) is { } smaller)
        {
            failing = smaller;
        }
        return failing;
    }

    // A run that can't be played is another failure.
    private bool IsPlayedAndFails(Scenario scenario)
    {
        try
        {
            return fails(scenario);
        }
        catch (SimulationException)
        {
            return false;
        }
    }

    private bool Fails(Scenario scenario)
    {
        if (cancelled.IsCancellationRequested || _runs >= MostRuns)
        {
            return false;
        }
        _runs++;
        return IsPlayedAndFails(scenario);
    }

    // The biggest steps first.
    private static IEnumerable<Scenario> Smaller(Scenario scenario) =>
        WithFewerFaults(scenario)
            .Concat(WithFewerBots(scenario).SelectMany(WithOtherSeeds))
            .Concat(WithFewerRounds(scenario).SelectMany(WithOtherSeeds))
            .Concat(WithFewerFaults(scenario).SelectMany(fewer => WithOtherSeeds(fewer).Skip(1)))
            .Concat(WithSimplerFaults(scenario));

    private static IEnumerable<Scenario> WithFewerFaults(Scenario scenario)
    {
        var faults = FaultsOf(scenario);
        for (var size = faults.Count; size > 0; size /= 2)
        {
            for (var start = 0; start < faults.Count; start += size)
            {
                yield return scenario with { Faults = [.. faults.Take(start), .. faults.Skip(start + size)] };
            }
        }
    }

    private static IEnumerable<Scenario> WithFewerBots(Scenario scenario) => scenario.Roster.Count == 1 ? [] : scenario.Roster.Select(without => scenario with
    {
        Roster = [.. scenario.Roster.Where(persona => persona != without)],
        Faults = [.. FaultsOf(scenario).Where(fault => BotIn(fault) != without.Name)],
    });

    private static IEnumerable<Scenario> WithFewerRounds(Scenario scenario)
    {
        foreach (var rounds in new[] { 1, scenario.Room.Rounds / 2, scenario.Room.Rounds - 1 }.Where(rounds => rounds > 0 && rounds < scenario.Room.Rounds))
        {
            yield return scenario with { Room = scenario.Room with { Rounds = rounds } };
        }
    }

    private static IEnumerable<Scenario> WithOtherSeeds(Scenario scenario) =>
        Enumerable.Range(0, OtherSeeds).Select(more => scenario with { Seed = scenario.Seed + more });

    private static IEnumerable<Scenario> WithSimplerFaults(Scenario scenario) =>
        from index in Enumerable.Range(0, FaultsOf(scenario).Count)
        from simpler in Simpler(FaultsOf(scenario)[index])
        select scenario with { Faults = [.. FaultsOf(scenario).Take(index), simpler, .. FaultsOf(scenario).Skip(index + 1)] };

    private static IEnumerable<Fault> Simpler(Fault fault)
    {
        foreach (var at in Rounder(fault.At))
        {
            yield return fault with { At = at };
        }
        IEnumerable<Fault> shorter = fault switch
        {
            Fault.Block block => Rounder(block.For).Select(span => block with { For = span }),
            Fault.Slow slow => Rounder(slow.For).Select(span => slow with { For = span }),
            Fault.Refuse refuse => Rounder(refuse.For).Select(span => refuse with { For = span }),
            Fault.Pause pause => Rounder(pause.For).Select(span => pause with { For = span }),
            Fault.Kill { RestartAfter: { } after } kill => Rounder(after).Select(span => kill with { RestartAfter = span }),
            _ => [],
        };
        foreach (var other in shorter)
        {
            yield return other;
        }
    }

    // Whole seconds, then tenths. None is longer than before, or shrinking would not end.
    private static IEnumerable<TimeSpan> Rounder(TimeSpan span)
    {
        foreach (var unit in new[] { TimeSpan.TicksPerSecond, TimeSpan.TicksPerSecond / 10 })
        {
            if (span.Ticks % unit != 0 && span.Ticks > unit)
            {
                yield return new TimeSpan(span.Ticks / unit * unit);
            }
        }
        if (span.Ticks is > TimeSpan.TicksPerSecond and var ticks && ticks % TimeSpan.TicksPerSecond == 0)
        {
            yield return new TimeSpan(ticks / 2 / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        }
    }

    private static ValueList<Fault> FaultsOf(Scenario scenario) => scenario.Faults ?? [];

    private static string? BotIn(Fault fault) => fault switch
    {
        Fault.Cut its => its.Bot,
        Fault.Block its => its.Bot,
        Fault.Slow its => its.Bot,
        Fault.Refuse its => its.Bot,
        Fault.Kill its => its.Bot,
        Fault.Pause its => its.Bot,
        _ => null,
    };
}
