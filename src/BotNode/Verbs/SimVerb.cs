using System.CommandLine;
using System.Security.Cryptography;
using BotNode.Bots;
using BotNode.CommandLine;
using BotNode.Output;
using BotNode.Simulating;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>`sim`: simulates many conversations with faults, each from its seed.</summary>
internal static class SimVerb
{
    private const int MostJobs = 256;

    /// <summary>The verb with its options.</summary>
    public static Verb Create(Terminal terminal)
    {
        var scenario = Values.Scenario("A scenario file, or the name of one in hocon/scenarios; without it: default.");
        var seed = Values.Seed("--seed", "The seed of the first run; each run takes the next one.");
        var runs = Values.Number("--runs", "How many runs; without it: 100, as many as there is --time for, or 1 if the scenario says what goes wrong.", 1);
        var time = Values.Time("--time", "Begin no more runs after this time.");
        var jobs = Values.Number("--jobs", "How many runs at a time; without it: as many as the machine has processors.", 1, MostJobs);
        var faults = Values.Text(
            "--faults",
            "none|light|heavy|KINDS",
            $"What may go wrong: none, light, heavy, or some of {string.Join(", ", FaultPlan.AllKinds)}, with commas between; without it: heavy.",
            $"none, light, heavy, or some of {string.Join(",", FaultPlan.AllKinds)}",
            text => FaultPlan.Parse(text) is not null);
        var keep = Values.FolderPath("--keep", "The folder for a run that fails; without it: simulations, and none if the scenario says what goes wrong.");
        var exec = Values.Minds();
        var json = new Option<bool>("--json") { Description = "Print a JSON object for each run." };
        var check = new Option<bool>("--check") { Description = "Run every tenth seed twice, and compare." };
        var command = new Command("sim", "Simulates many conversations across nodes, in virtual time and with faults; shrinks and keeps the one that fails.")
        {
            scenario, seed, runs, time, jobs, faults, exec, keep, json, check,
        };
        command.SetAction(async (parsed, _) =>
        {
            using var signals = new Signals(TimeProvider.System, terminal.Out.Lost);
            var minds = MindCommands.Of(parsed.GetValue(exec));
            await using var programs = new ProgramMinds(minds, errors: null, TimeProvider.System, signals.AtOnce);
            var options = new SimOptions(
                parsed.GetValue(scenario), parsed.GetValue(seed), parsed.GetValue(runs), parsed.GetValue(time), parsed.GetValue(jobs) ?? Environment.ProcessorCount,
                FaultPlan.Parse(parsed.GetValue(faults) ?? FaultPlan.Heavy.Words)!, minds, parsed.GetValue(keep), parsed.GetValue(json), parsed.GetValue(check));
            return signals.ExitCodeOf(await new Simulator(terminal, new SimulationProperties(TimeProvider.System).Judge, programs.Of, TimeProvider.System)
                .RunAsync(options, DrawSeed, signals.Interrupted).ConfigureAwait(false));
        });
        return new Verb(command, "botnode sim", "botnode sim two-rounds --runs 1000 --faults light", "botnode sim --exec \"Felix=python3 mind.py\"");
    }

    private static long DrawSeed() => RandomNumberGenerator.GetInt32(int.MaxValue);
}
