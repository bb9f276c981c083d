using System.Globalization;
using System.Runtime.InteropServices;

namespace Stress.Conversations;

/// <summary>
/// Conversations of three rounds across processes, each of which is told to end by a signal by chance, at a moment by chance, from before
/// the program has begun until after its end: the run alone, or all of its processes. Linux only: it looks into /proc for what is left.
/// </summary>
internal static partial class SignalsRun
{
    private const int SignalBase = 128;
    private const int FieldOfState = 0;
    private const int FieldOfSession = 3;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly int[] Signals = [1, 2, 3, 15];
    private static readonly string[] Good = ["!ended", "!code", "!quiet", "!transcript", "!alone"];

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        // A shell starts background jobs with Ctrl-C ignored, and what is ignored is inherited.
        foreach (var signal in Signals)
            SetHandler(signal, 0);
        var folder = Directory.CreateTempSubdirectory("stress-signals-");
        var dice = new Random(options.Seed);
        var begin = TimeProvider.System.GetTimestamp();
        await BotNodeProgram.RunAsync(Limit, Run(Path.Combine(folder.FullName, "usual.jsonl"))).ConfigureAwait(false);
        var usual = TimeProvider.System.GetElapsedTime(begin);
        var tally = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < options.Count; i++)
        {
            var trial = new Trial(
                Path.Combine(folder.FullName, $"{i}.jsonl"), Signals[dice.Next(Signals.Length)], dice.Next(2) == 0, usual * (1.1 * dice.NextDouble()));
            foreach (var outcome in await TryAsync(trial).ConfigureAwait(false))
                tally[outcome] = tally.GetValueOrDefault(outcome) + 1;
        }

        folder.Delete(recursive: true);
        return Report(options, tally, TimeProvider.System.GetElapsedTime(begin), usual);
    }

    private static Findings Report(RunOptions options, Dictionary<string, int> tally, TimeSpan took, TimeSpan usual)
    {
        var findings = new Findings();
        findings.Note("milliseconds", (long)took.TotalMilliseconds);
        findings.Note("milliseconds of a run without a signal", (long)usual.TotalMilliseconds);
        foreach (var (outcome, count) in tally.Where(one => !Good.Contains(one.Key)).OrderBy(one => one.Key, StringComparer.Ordinal))
            findings.Note(outcome, count);
        findings.CheckExactly("ended by themselves", tally.GetValueOrDefault("!ended"), options.Count);
        findings.CheckExactly("ended with the code of the signal, or with 0 before it came", tally.GetValueOrDefault("!code"), options.Count);
        findings.CheckExactly("said nothing on stderr", tally.GetValueOrDefault("!quiet"), options.Count);
        findings.CheckExactly("transcripts that verify, or were not begun", tally.GetValueOrDefault("!transcript"), options.Count);
        findings.CheckExactly("left no process behind", tally.GetValueOrDefault("!alone"), options.Count);
        return findings;
    }

    private static string[] Run(string transcript) => ["run", "--rounds", "3", "--think", "300ms", "--transcript", transcript];

    private static async Task<IReadOnlyList<string>> TryAsync(Trial trial)
    {
        using var run = BotNodeProgram.StartAsGroup(Run(trial.Transcript));
        var ending = BotNodeProgram.EndAsync(run, Limit);
        await Task.WhenAny(ending, Task.Delay(trial.Moment, TimeProvider.System)).ConfigureAwait(false);
        _ = SendSignal(trial.ToGroup ? -run.Id : run.Id, trial.Signal);
        var (exitCode, _, errors) = await ending.ConfigureAwait(false);
        var left = Left(run.Id);
        var verify = File.Exists(trial.Transcript) ? await BotNodeProgram.RunAsync(Limit, "verify", trial.Transcript).ConfigureAwait(false) : (0, "", "");
        var reason = verify.Output.Length > 0 ? verify.Output.Split(", ")[^2] : "not begun";
        var outcomes = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"signal {trial.Signal} to {(trial.ToGroup ? "all" : "the run")}"),
            string.Create(CultureInfo.InvariantCulture, $"exit code {exitCode}"),
            $"transcript {reason}",
        };
        var isWhole = verify.ExitCode == 0;
        Add(outcomes, exitCode is not null, "!ended");
        Add(outcomes, exitCode == SignalBase + trial.Signal || (exitCode == 0 && reason == "completed"), "!code");
        Add(outcomes, errors.Length == 0, "!quiet");
        Add(outcomes, isWhole, "!transcript");
        Add(outcomes, left.Count == 0, "!alone");
        if (outcomes.Intersect(Good).Count() < Good.Length)
            await Console.Error.WriteLineAsync($"{trial}: exit code {exitCode}, left {string.Join(", ", left)}: {errors}{verify.Errors}").ConfigureAwait(false);
        return outcomes;
    }

    private static void Add(List<string> outcomes, bool holds, string outcome)
    {
        if (holds)
            outcomes.Add(outcome);
    }

    /// <summary>What still runs in a session; a process that has ended, and that nobody has asked for its exit code, does not.</summary>
    private static List<string> Left(int session) =>
    [
        .. Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])).Where(folder =>
        {
            var stat = Read(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields.Length > FieldOfSession
                && fields[FieldOfSession] == session.ToString(CultureInfo.InvariantCulture)
                && fields[FieldOfState] is not ("Z" or "X");
        }).Select(folder => Read(Path.Combine(folder, "cmdline")).Replace('\0', ' ')),
    ];

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // The process has just ended.
            return "";
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int process, int signal);

    [LibraryImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint SetHandler(int signal, nint handler);

    private sealed record Trial(string Transcript, int Signal, bool ToGroup, TimeSpan Moment);
}
