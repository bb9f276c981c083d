using System.CommandLine;
using BotNode.Bots;
using BotNode.CommandLine;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>`replay`: plays a scenario or a transcript again, in this process and under virtual time, and compares.</summary>
internal static class ReplayVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Create(Terminal terminal)
    {
        var file = Values.File("A transcript, a scenario, or the name of a scenario in hocon/scenarios.");
        var digest = new Option<bool>("--digest") { Description = "Print only the conversation digest." };
        var exec = Values.Minds();
        var command = new Command("replay", "Plays a scenario or a transcript again, in one process and virtual time, and compares.") { file, digest, exec };
        TraceOption.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var path = parsed.GetRequiredValue(file);
            var content = ContentOf(path); // A pipe may have nothing to read yet, and Ctrl-C ends that only before it is listened to.
            if (content is { IsGood: false })
                return terminal.CouldNotRun(content.Errors);
            using var signals = new Signals(TimeProvider.System, terminal.Out.Lost);
            var minds = MindCommands.Of(parsed.GetValue(exec));
            await using var programs = new ProgramMinds(minds, terminal.Error, TimeProvider.System, signals.AtOnce);
            return signals.ExitCodeOf(await RunAsync(
                path, content?.Value, minds, programs, TraceOption.IsGiven(parsed) ? terminal.Error.WriteLine : null, parsed.GetValue(digest), terminal, TimeProvider.System, signals.Interrupted).ConfigureAwait(false));
        });
        return new Verb(command, "botnode replay talk.jsonl", "botnode replay original", "botnode replay original --trace-messages", "botnode replay talk.jsonl --exec \"Felix=python3 mind.py\"");
    }

    /// <summary>Prints the conversation as it comes out now, and the first difference from what was expected.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    private static async Task<int> RunAsync(
        string file, byte[]? content, MindCommands minds, ProgramMinds programs, Action<string>? trace, bool digestOnly, Terminal terminal, TimeProvider time, CancellationToken interrupted)
    {
        try
        {
            var past = !IsTranscript(file, content) ? null
                : content is null ? TranscriptReader.ReadIntact(file) : TranscriptReader.ReadIntact(content, file);
            if (past is not null && TranscriptCheck.Tell(past, terminal) is not ExitCode.AsExpected and var exitCode)
                return exitCode;
            var result = past is not null
                ? await ReplayTranscriptAsync(file, past, minds, programs, trace, time, interrupted).ConfigureAwait(false)
                : await ReplayScenarioAsync(file, content, minds, programs, trace, time, interrupted).ConfigureAwait(false);
            return result.IsGood ? Show(result.Value, digestOnly, terminal) : terminal.CouldNotRun(result.Errors);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (TimeoutException)
        {
            return terminal.NotAsExpected($"{file}: the replay did not come to its end.");
        }
    }

    // A pipe can be read only once. Null if it is no file; then it may be the name of a scenario.
    private static Result<byte[]>? ContentOf(string file)
    {
        try
        {
            return File.Exists(file) ? Result<byte[]>.Good(FileBytes.Read(file)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Result<byte[]>.Bad($"{file}: {Unreadable.Why(file, error)}");
        }
    }

    // A scenario may be written as JSON, too. A missing file of this name counts as a transcript.
    private static bool IsTranscript(string file, byte[]? content) =>
        Path.GetExtension(file) == ".jsonl" || (content is not null && TranscriptReader.IsTranscript(content));

    private static async Task<Result<ReplayResult>> ReplayTranscriptAsync(
        string file, IntactLines past, MindCommands minds, ProgramMinds programs, Action<string>? trace, TimeProvider time, CancellationToken interrupted)
    {
        var transcript = past.Whole();
        if (!transcript.IsGood)
            return Result<ReplayResult>.Bad(transcript.Errors);
        var roster = transcript.Value.Header.Roster;
        if (minds.Problem(roster) is { } problem)
            return Result<ReplayResult>.Bad($"{file}: {problem}");
        var result = await Replay.RunAsync(transcript.Value, time, interrupted, programs.Of, minds.Among(roster), trace).ConfigureAwait(false);
        return result.IsGood ? result : Result<ReplayResult>.Bad(result.Errors.Select(error => $"{file}: {error}"));
    }

    private static async Task<Result<ReplayResult>> ReplayScenarioAsync(
        string file, byte[]? content, MindCommands minds, ProgramMinds programs, Action<string>? trace, TimeProvider time, CancellationToken interrupted)
    {
        var scenario = content is null ? ScenarioSource.Load(file) : ScenarioReader.Load(file, content);
        if (!scenario.IsGood)
            return Result<ReplayResult>.Bad(scenario.Errors);
        return minds.Problem(scenario.Value.Names) is { } problem
            ? Result<ReplayResult>.Bad($"{file}: {problem}")
            : Result<ReplayResult>.Good(await Replay.RunAsync(scenario.Value, time, interrupted, programs.Of, trace).ConfigureAwait(false));
    }

    private static int Show(ReplayResult result, bool digestOnly, Terminal terminal)
    {
        if (digestOnly)
            terminal.Out.WriteLine(result.Digest);
        else
            WriteText(result, terminal);
        return result.Differences.Count == 0
            ? ExitCode.AsExpected
            : terminal.NotAsExpected([.. result.Differences]);
    }

    private static void WriteText(ReplayResult result, Terminal terminal)
    {
        var printer = new EventPrinter(terminal, addresses: false);
        foreach (var happened in result.Events)
            printer.Print(happened);

        terminal.Out.WriteLine();
        foreach (var closed in result.Events.OfType<Closed>())
            terminal.WriteFact("ended", EnumWords.Of(closed.Reason));
        terminal.WriteFact("digest", result.Digest);
        terminal.WriteFact("compared", result.Differences.Count == 0 ? "as expected" : "not as expected, see below");
    }
}
