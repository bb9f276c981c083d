using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using BotNode;
using BotNode.Output;
using BotNode.Processes;

namespace Stress.Verbs;

/// <summary>Calls every verb inside this process, with arguments and files that are nearly good, and prints the calls that end in anything but clear lines.</summary>
internal static class VerbsRun
{
    private const int MostPrinted = 5;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("stress-verbs-").FullName;
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder;
        // Whoever would listen finds this port taken, and ends.
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        try
        {
            var files = await VerbFiles.CreateAsync(folder).ConfigureAwait(false);
            return await CallAllAsync(options, new VerbCalls(files, ((IPEndPoint)taken.LocalEndpoint).Port)).ConfigureAwait(false);
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Findings> CallAllAsync(RunOptions options, VerbCalls calls)
    {
        var exitCodes = new SortedDictionary<int, int>();
        var (wrong, number, slowest, slowestNumber) = (0, 0, 0L, 0);
        var isHanging = false;
        string[] present = [];
        AppDomain.CurrentDomain.UnhandledException += (_, _) => Console.Error.WriteLine($"on another thread, in or after: {JsonSerializer.Serialize(present)}");
        var begin = TimeProvider.System.GetTimestamp();
        for (; number < options.Count && !isHanging; number++)
        {
            var call = calls.Make(options.Seed, number);
            present = call.Arguments;
            var start = TimeProvider.System.GetTimestamp();
            var (exitCode, problem) = await OneAsync(call).ConfigureAwait(false);
            var took = (long)TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
            if (took > Slow.TotalMilliseconds)
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"call {number} took {took} ms: {JsonSerializer.Serialize(call.Arguments)}"));
            if (took > slowest)
                (slowest, slowestNumber) = (took, number);
            isHanging = exitCode is null && took >= Limit.TotalMilliseconds;
            if (exitCode is { } code)
                exitCodes[code] = exitCodes.GetValueOrDefault(code) + 1;
            if (problem is not null && ++wrong <= MostPrinted)
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"call {number}: {JsonSerializer.Serialize(call.Arguments)}\n{problem}\nwith {call.File}"));
        }

        var findings = new Findings();
        findings.Note("calls", number);
        findings.Note("milliseconds", (long)TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds);
        findings.Note("slowest call, its number", slowestNumber);
        findings.Note("slowest call, milliseconds", slowest);
        foreach (var (code, count) in exitCodes)
            findings.Note(string.Create(CultureInfo.InvariantCulture, $"ended with {code}"), count);
        findings.Check("calls that ended otherwise", wrong, atMost: 0);
        return findings;
    }

    private static async Task<(int? ExitCode, string? Problem)> OneAsync(VerbCall call)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var terminal = new Terminal(TextReader.Null, new LastingWriter(TextWriter.Synchronized(output)), new LastingWriter(TextWriter.Synchronized(errors)), IsColoured: false);
        try
        {
            using var pipe = call.OpenPipe();
            var exitCode = await Task.Run(() => BotNodeCommand.RunAsync(call.ArgumentsWith(pipe), terminal, new NodeProgram("no-such-program", [])))
                .WaitAsync(Limit, TimeProvider.System).ConfigureAwait(false);
            return (exitCode, ProblemOf(exitCode, errors.ToString()));
        }
        catch (TimeoutException)
        {
            return (null, $"does not end within {Limit.TotalSeconds:0} s");
        }
#pragma warning disable CA1031 // Which exceptions come is the question.
        catch (Exception error)
        {
            return (null, error.ToString());
        }
#pragma warning restore CA1031
    }

    private static string? ProblemOf(int exitCode, string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return exitCode is not (ExitCode.AsExpected or ExitCode.NotAsExpected or ExitCode.CouldNotRun) ? $"ends with {exitCode}"
            : exitCode != ExitCode.AsExpected && lines.Length == 0 ? $"ends with {exitCode} and says nothing"
            : exitCode == ExitCode.CouldNotRun && Array.Find(lines, line => !line.StartsWith("botnode: ", StringComparison.Ordinal)) is { } odd ? $"says: {odd}"
            : Array.Find(lines, line => line.Any(c => char.IsControl(c) && c != '\t') || line.StartsWith("at ", StringComparison.Ordinal)) is { } raw ? $"says: {JsonSerializer.Serialize(raw)}"
            : null;
    }
}
