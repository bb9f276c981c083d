using System.Globalization;
using System.Text.Json.Nodes;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Simulating;

/// <summary>Shows the runs: a bar on a terminal, a line a run for programs, and a summary.</summary>
/// <param name="terminal">Where to show them.</param>
/// <param name="options">How much is simulated.</param>
/// <param name="time">Tells the rate.</param>
internal sealed class SimScreen(Terminal terminal, SimOptions options, TimeProvider time)
{
    private const int BarWidth = 12;

    private static readonly TimeSpan DrawEvery = TimeSpan.FromMilliseconds(100);

    private readonly long _start = time.GetTimestamp();
    private TimeSpan? _drawnAt;
    private int _drawn;

    private TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>Shows the seed, before anything can go wrong.</summary>
    public void Begin(long seed)
    {
        if (options.Json)
            terminal.Out.WriteLine(new JsonObject { ["seed"] = seed }.ToJsonString());
        else
            terminal.WriteFact("seed", seed.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Shows that a run is over.</summary>
    public void Add(SimulationOutcome outcome, SimulationFailure? failure, SimSummary summary)
    {
        if (options.Json)
        {
            terminal.Out.WriteLine(new JsonObject
            {
                ["run"] = outcome.Seed,
                ["virtual-ms"] = (long)outcome.Time.TotalMilliseconds,
                ["events"] = outcome.Events.Count,
                ["faults"] = outcome.Faults.Count,
                ["trace"] = outcome.TraceHash,
                ["wire"] = outcome.WireHash,
                ["fails"] = failure?.Property,
            }.ToJsonString());
        }
        else if (terminal.IsColoured && !(Elapsed - _drawnAt < DrawEvery))
        {
            Draw(summary);
        }
    }

    /// <summary>Shows what has come of all runs.</summary>
    public void End(SimSummary summary, bool hasFailed)
    {
        Erase();
        var seconds = Math.Max(Elapsed.TotalSeconds, 0.001);
        if (options.Json)
        {
            var json = new JsonObject { ["runs"] = summary.Runs, ["failed"] = hasFailed, ["virtual-s"] = (long)summary.Time.TotalSeconds, ["s"] = Math.Round(seconds, 3) };
            if (options.Check)
                json["checked"] = summary.Checked;
            if (options.Minds.Commands.Count > 0)
                json["mistakes"] = summary.MindComplaint.Count;
            foreach (var (word, count) in summary.Numbers)
                json[word] = count;
            terminal.Out.WriteLine(json.ToJsonString());
            return;
        }

        terminal.WriteFact("runs", string.Create(CultureInfo.InvariantCulture, $"{summary.Runs:N0}, {summary.Time.TotalSeconds:N0} s of virtual time in {seconds:F1} s"));
        terminal.WriteFact("faults", summary.FaultsInWords);
        terminal.WriteFact("seen", summary.SeenInWords);
        if (summary.Unseen.Length > 0)
            terminal.WriteFact("not seen", summary.Unseen);
        if (summary.MindComplaint is { First: { } first, Count: var mistakes })
            terminal.WriteFact("mistakes", string.Create(CultureInfo.InvariantCulture, $"{mistakes:N0} of programs of --exec; the first: {first}"));
        if (options.Check)
            terminal.WriteFact("checked", summary.Checked.ToString(CultureInfo.InvariantCulture));
        terminal.WriteFact("failed", hasFailed ? "1" : "none");
    }

    /// <summary>Shows that a run that failed is made smaller.</summary>
    public void Shrink(long seed)
    {
        Erase();
        if (terminal.IsColoured && !options.Json)
            Draw(string.Create(CultureInfo.InvariantCulture, $"run {seed} fails; making it smaller ..."));
    }

    /// <summary>Removes the bar.</summary>
    public void Erase()
    {
        if (_drawn > 0)
            terminal.Out.Write("\r" + new string(' ', _drawn) + "\r");
        _drawn = 0;
    }

    private void Draw(SimSummary summary)
    {
        _drawnAt = Elapsed;
        var done = options.Runs is { } all ? (double)summary.Runs / all : options.Time is { } limit ? Math.Min(1, Elapsed / limit) : 0;
        var bar = new string('#', (int)(done * BarWidth)).PadRight(BarWidth, '.');
        var rate = summary.Time.TotalSeconds / Math.Max(Elapsed.TotalSeconds, 0.001);
        Draw(string.Create(
            CultureInfo.InvariantCulture, $"[{bar}] {summary.Runs:N0} runs, {summary.Time.TotalSeconds:N0} virtual s, {rate:N0} a second, {summary.Faults:N0} faults"));
    }

    private void Draw(string line)
    {
        terminal.Out.Write("\r" + line.PadRight(_drawn));
        _drawn = line.Length;
    }
}
