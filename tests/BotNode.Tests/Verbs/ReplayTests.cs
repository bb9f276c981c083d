using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests.Verbs;

public sealed class ReplayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private const string Mind = """
        import json, sys
        for line in sys.stdin:
            message = json.loads(line)
            if message["type"] == "prompt":
                print(json.dumps({"round": message["round"], "text": f"Round {message['round']}"}), flush=True)

        """;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_transcript_that_is_not_there_is_told_as_one()
    {
        var file = _folder.File("nope.jsonl");

        var replay = await InProcess.RunAsync("replay", file);

        Assert.Equal((2, $"botnode: {file}: no such file"), (replay.ExitCode, replay.Errors.TrimEnd()));
    }

    [Fact]
    public async Task Of_a_transcript_with_a_changed_first_line_replay_says_what_verify_says()
    {
        var file = _folder.With("changed.jsonl", "{ \"type\":\"transcript\",\"version\":1}\n");

        var replay = await InProcess.RunAsync("replay", file);

        var verify = await InProcess.RunAsync("verify", file);
        Assert.Equal((verify.ExitCode, verify.Errors), (replay.ExitCode, replay.Errors));
    }

    [PythonFact]
    public async Task A_program_thinks_for_a_bot()
    {
        var mind = _folder.With("mind.py", Mind);

        var replay = await InProcess.RunAsync("replay", "two-rounds", "--exec", $"Felix=python3 {mind}");

        Assert.Equal(("", 0), (replay.Errors, replay.ExitCode));
        Assert.Contains("Felix: Round 1\n", replay.Output, StringComparison.Ordinal);
        Assert.Contains("Felix: Round 2\n", replay.Output, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task A_transcript_is_compared_with_what_a_program_says_instead()
    {
        var (mind, talk) = (_folder.With("mind.py", Mind), _folder.File("talk.jsonl"));
        await using (var run = RunningProgram.Start("run", "two-rounds", "--seed", "5", "--transcript", talk))
            await run.EndsQuietlyAsync(0);

        var replay = await InProcess.RunAsync("replay", talk, "--exec", $"Felix=python3 {mind}");

        Assert.Equal(1, replay.ExitCode);
        Assert.Contains("Felix: Round 1", replay.Output, StringComparison.Ordinal);
        Assert.Contains("  got:      Felix: Round 1", replay.Errors, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task A_program_that_fails_is_told_with_what_it_wrote()
    {
        var mind = _folder.With("mind.py", "import sys\nsys.stdin.readline()\nsys.exit('no idea')\n");

        var replay = await InProcess.RunAsync("replay", "two-rounds", "--exec", $"Felix=python3 {mind}");

        Assert.Equal(1, replay.ExitCode);
        Assert.Contains("no idea\n", replay.Errors, StringComparison.Ordinal);
        Assert.Contains("botnode: Felix has no answer in round 1: its mind ended with exit code 1\n", replay.Errors, StringComparison.Ordinal);
        Assert.Contains("Felix crashed and is out of the chatroom.", replay.Output, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task A_program_that_fails_after_its_last_answer_is_told()
    {
        var mind = _folder.With("mind.py", Mind + "sys.exit(3)\n");

        var replay = await InProcess.RunAsync("replay", "two-rounds", "--exec", $"Felix=python3 {mind}");

        Assert.Equal((1, "botnode: Felix is asked no more, and its mind ended with exit code 3\n"), (replay.ExitCode, replay.Errors));
        Assert.Contains("Felix: Round 2\n", replay.Output, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task In_a_transcript_of_a_scenario_that_comes_with_the_program_a_program_is_told_whom_its_bot_plays() =>
        Assert.Contains("Felix: work, the nerd\n", await ReplayedWithPersonaOf("two-rounds"), StringComparison.Ordinal);

    [PythonFact]
    public async Task In_a_transcript_of_a_scenario_that_is_elsewhere_a_program_is_told_of_no_persona() =>
        Assert.Contains(
            "Felix: nobody\n", await ReplayedWithPersonaOf(_folder.With("mine.conf", "include \"scenarios/two-rounds.conf\"\n")), StringComparison.Ordinal);

    [PythonFact]
    public async Task A_scenario_of_that_name_which_is_another_by_now_does_not_tell_whom_a_bot_plays() =>
        Assert.Contains(
            "Felix: nobody\n", await ReplayedWithPersonaOf(_folder.With("two-rounds.conf", "include \"scenarios/two-rounds.conf\"\npersonas.Felix.character = calm\n")),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_program_for_nobody_on_the_roster_is_told()
    {
        var replay = await InProcess.RunAsync("replay", "two-rounds", "--exec", "Zed=true");

        Assert.Equal((2, "botnode: two-rounds: --exec names 'Zed', who is not on the roster: Rateb, Madelen, Felix, Marija.\n"), (replay.ExitCode, replay.Errors));
    }

    [LinuxFact]
    public async Task A_pipe_is_read_once()
    {
        var pipe = _folder.File("pipe");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();
        // To open a pipe waits for its reader.
        var writing = Task.Run(() => File.WriteAllText(pipe, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "hocon", "scenarios", "original.conf"))));

        var replay = await InProcess.RunAsync("replay", pipe, "--digest");

        await writing;
        Assert.Equal((0, ""), (replay.ExitCode, replay.Errors));
        Assert.Equal(await Digest("original"), replay.Output.TrimEnd());
    }

    [Fact]
    public async Task A_transcript_without_its_suggestions_comes_out_otherwise()
    {
        using var text = new StringWriter();
        var writer = new TranscriptWriter(text, new TranscriptHeader("default", "abc", 7, ["Marija"], new RoomSettings(), "botnode"));
        RoomEvent[] events =
        [
            new Opened(1, 0, "chatroom", "default", 7, ["Marija"], 1), new Joined(2, 12, "Marija", "local"), new Said(3, 20, 1, "Marija", "No!", Late: false),
            new RoundClosed(4, 20, 1, [new ParticipantVerdict("Marija", Verdict.Answered)]), new Left(5, 21, "Marija", Leaving.Bye), new Closed(6, 21, CloseReason.Completed),
        ];
        foreach (var happened in events)
            writer.Write(happened);

        var replay = await InProcess.RunAsync("replay", _folder.With("talk.jsonl", text.ToString()));

        Assert.Equal(1, replay.ExitCode);
        Assert.StartsWith("botnode: ", replay.Errors, StringComparison.Ordinal);
        Assert.Contains("Host: Nothing was suggested.", replay.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_conversation_is_printed_and_what_came_of_the_comparison()
    {
        var replay = await InProcess.RunAsync("replay", "original");

        Assert.Equal((0, ""), (replay.ExitCode, replay.Errors));
        var lines = replay.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Contains("Felix: WOW I can't wait for it!", lines);
        Assert.Equal(
            ["", "ended     completed", $"digest    {await Digest("original")}", "compared  as expected"],
            lines[^4..]);
    }

    [Fact]
    public async Task A_difference_is_told_on_stderr_and_by_the_exit_code()
    {
        var hocon = Path.Combine(AppContext.BaseDirectory, "hocon").Replace('\\', '/');
        var scenario = _folder.With("wrong.conf", $$"""
            include "{{hocon}}/personas.conf"
            include "{{hocon}}/suggestions.conf"
            roster = [Felix]
            script = [{ answer = Felix, text = "Cheers" }]
            expect.lines = ["Felix: No thanks"]
            """);

        var replay = await InProcess.RunAsync("replay", scenario);

        Assert.Equal(1, replay.ExitCode);
        Assert.Contains("Felix: No thanks", replay.Errors, StringComparison.Ordinal);
        Assert.Contains("compared  not as expected", replay.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_stays_on_its_line_of_a_difference()
    {
        var scenario = _folder.With("wrong.conf", """
            include "personas.conf"
            include "suggestions.conf"
            roster = [Felix]
            script = [{ answer = Felix, text = "Cheers\u2028Host: hi" }]
            expect.lines = [{ like = "*joined*" }]
            """);

        var replay = await InProcess.RunAsync("replay", scenario);

        Assert.Contains("Felix: Cheers<U+2028>Host: hi", replay.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(replay.Errors.Split('\n'), line => line.StartsWith("Host: hi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scenario_that_is_written_as_json_is_played()
    {
        var scenario = _folder.With("party.conf", """
            {"room":{"next":"script"},"roster":["Felix"],"suggestions":[{"category":"chill","action":"party"}],"script":[{"answer":"Felix","text":"Cheers"}]}
            """);

        var replay = await InProcess.RunAsync("replay", scenario);

        Assert.Equal((0, ""), (replay.ExitCode, replay.Errors));
        Assert.Contains("Felix: Cheers", replay.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"type\":\"transcript\",\"version\":1,\"roo")]
    [InlineData("{\"n\":1,\"hash\":\"0000000000000000000000000000000000000000000000000000000000000000\"}\n")]
    public async Task What_is_left_of_a_transcript_is_told_to_be_one(string text)
    {
        var replay = await InProcess.RunAsync("replay", _folder.With("talk.jsonl", text));

        Assert.Equal(1, replay.ExitCode);
        Assert.Contains("line 1", Assert.Single(replay.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private async Task<string> ReplayedWithPersonaOf(string scenario)
    {
        var mind = _folder.With("mind.py", """
            import json, sys
            for line in sys.stdin:
                message = json.loads(line)
                if message["type"] == "prompt":
                    persona = message["persona"]
                    print(json.dumps({"text": f"{persona['interest']}, {persona['character']}" if persona else "nobody"}), flush=True)

            """);
        var talk = _folder.File("talk.jsonl");
        await using (var run = RunningProgram.Start("run", scenario, "--transcript", talk))
            await run.EndsQuietlyAsync(0);
        return (await InProcess.RunAsync("replay", talk, "--exec", $"Felix=python3 {mind}")).Output;
    }

    private static async Task<string> Digest(string scenario)
    {
        var replay = await InProcess.RunAsync("replay", scenario, "--digest");
        Assert.Equal((0, ""), (replay.ExitCode, replay.Errors));
        return Assert.Single(replay.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
