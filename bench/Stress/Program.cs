using Stress;
using Stress.Conversations;
using Stress.Frames;
using Stress.Strangers;
using Stress.Verbs;

var runs = new Dictionary<string, (int Count, Func<RunOptions, Task<Findings>> Run)>(StringComparer.Ordinal)
{
    ["crowd"] = (1_000, CrowdRun.RunAsync),
    ["rooms"] = (500, RoomsRun.RunAsync),
    ["kills"] = (200, KillsRun.RunAsync),
    ["pauses"] = (30, PausesRun.RunAsync),
    ["signals"] = (50, SignalsRun.RunAsync),
    ["guard"] = (1_000_000, GuardFramesRun.RunAsync),
    ["frames"] = (1_000_000, NodeFramesRun.RunAsync),
    ["strangers"] = (1, StrangersRun.RunAsync),
    ["strangers-tls"] = (1, StrangersRun.RunSecuredAsync),
    ["hocon"] = (1_000_000, HoconRun.RunAsync),
    ["verbs"] = (20_000, VerbsRun.RunAsync),
};

if (args.Length == 0 || !runs.TryGetValue(args[0], out var chosen))
{
    await Console.Error.WriteLineAsync($"usage: stress {string.Join('|', runs.Keys)} [--seed N] [--count N]").ConfigureAwait(false);
    return 2;
}

if (RunOptions.Parse(args.AsSpan(1), chosen.Count, out var mistake) is not { } options)
{
    await Console.Error.WriteLineAsync(mistake).ConfigureAwait(false);
    return 2;
}

Console.WriteLine($"{args[0]} --seed {options.Seed} --count {options.Count}");
using var strays = new StrayExceptions();
var findings = await chosen.Run(options).ConfigureAwait(false);
findings.Check("unobserved exceptions", strays.Count(), atMost: 0);
findings.Print(Console.Out);
return findings.AllGood ? 0 : 1;
