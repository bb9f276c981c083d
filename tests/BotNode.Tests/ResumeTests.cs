using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests;

/// <summary>A seed node that is killed and started again on its transcript.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public async Task A_seed_node_killed_in_the_middle_of_round_2_of_3_goes_on_and_its_bots_find_it_by_themselves()
    {
        var path = _folder.File("talk.jsonl");
        using var port = new ReservedPort();
        await using var killed = RunningProgram.Start("seed", "--port", $"{port.Number}", "--seed", "7", "--rounds", "3", "--transcript", path);
        var address = await killed.LineAsync(line => line.StartsWith("akka.tcp://", StringComparison.Ordinal));
        await using var felix = Bot(address, "Felix", "--think", "6s");
        await using var madelen = Bot(address, "Madelen");
        await using var marija = Bot(address, "Marija");
        await using var rateb = Bot(address, "Rateb");
        // Felix thinks for longer: when all the others have answered the second time, round 2 is open.
        foreach (var name in new[] { "Madelen", "Marija", "Rateb" })
            await killed.LineAsync(line => line.StartsWith($"{name}: ", StringComparison.Ordinal), count: 2);
        killed.KillHard();
        await killed.ExitAsync();
        await File.AppendAllTextAsync(path, "{\"n\":99,\"t\"");

        await using var resumed = RunningProgram.Start("seed", "--resume", path, "--port", $"{port.Number}");

        RunningProgram[] bots = [felix, madelen, marija, rateb];
        foreach (var bot in bots)
            Assert.Equal(0, await bot.ExitAsync());
        await resumed.EndsQuietlyAsync(0);
        Assert.Equal((0, ""), await Outcome("verify", path));
        var transcript = TranscriptReader.Read(path).Value!;
        Assert.Equal(CloseReason.Completed, transcript.End.Reason);
        Assert.All(transcript.Events.OfType<RoundClosed>(), round => Assert.All(round.Verdicts, its => Assert.Equal(Verdict.Answered, its.Verdict)));
        Assert.Equal(3, transcript.Events.OfType<RoundClosed>().Count());
        var lines = RoomText.Lines(transcript.Events, addresses: false);
        Assert.All(bots, bot => Assert.Equal(lines.Take(bot.OutputLines.Count - 1), bot.OutputLines.Skip(1)));
        // A machine that is busy may be late with a bot's signs of life, and a conversation in which one came back is not played again.
        if (transcript.Events.OfType<Returned>().Any())
            return;
        var replay = await InProcess.RunAsync("replay", path, "--digest");
        Assert.Equal((transcript.End.Digest, ""), (replay.Output.Trim(), replay.Errors));
    }

    [LinuxFact]
    public async Task A_bot_gives_up_on_a_seed_node_that_does_not_come_back()
    {
        using var port = new ReservedPort();
        await using var seed = RunningProgram.Start("seed", "--port", $"{port.Number}");
        var address = await seed.LineAsync(line => line.StartsWith("akka.tcp://", StringComparison.Ordinal));
        await using var felix = Bot(address, "Felix", "--patience", "1s");
        await felix.LineAsync(line => line == "Felix has joined the chatroom");

        seed.KillHard();

        Assert.Equal(1, await felix.ExitAsync());
        Assert.Equal(
            [
                $"botnode: The room at {address} is lost; looking for it for 1 s.",
                $"botnode: The room at {address} is gone: its seed node ended, or the network broke.",
            ],
            felix.ErrorLines);
    }

    [LinuxFact]
    public async Task A_transcript_that_a_living_seed_node_writes_is_read_by_everybody_and_written_by_nobody_else()
    {
        var path = _folder.File("talk.jsonl");
        await using var seed = RunningProgram.Start("seed", "--port", "0", "--transcript", path);
        var address = await seed.LineAsync(line => line.StartsWith("akka.tcp://", StringComparison.Ordinal));
        await using var felix = Bot(address, "Felix");
        await felix.LineAsync(line => line == "Felix has joined the chatroom");
        var before = await File.ReadAllBytesAsync(path);

        var resumed = await Outcome("seed", "--resume", path, "--port", "0");

        Assert.Equal(
            (2, $"botnode: {path} can't be written: another seed node is writing it; wait until that has ended, or choose another file"), resumed);
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        Assert.Equal((1, $"botnode: {path}: the transcript is cut short after line 3: its last line is missing"), await Outcome("verify", path));
        Assert.Contains("Felix has joined the chatroom", (await InProcess.RunAsync("show", path)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_has_ended_is_not_resumed()
    {
        var path = Transcript(new Closed(2, 9, CloseReason.Completed));

        Assert.Equal((2, $"botnode: {path}: this conversation has ended (completed), there is nothing to resume."), await Outcome("seed", "--resume", path));
    }

    [Fact]
    public async Task A_transcript_that_was_changed_is_not_resumed()
    {
        var path = Transcript();
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("\"t\":0", "\"t\":1", StringComparison.Ordinal));

        var (exitCode, error) = await Outcome("seed", "--resume", path);

        Assert.Equal(2, exitCode);
        Assert.EndsWith("its hash does not fit. Only a transcript that was cut at its end can be resumed.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("original", "was written by another scenario than original is now")]
    [InlineData(null, "was written by another scenario than default is now")]
    public async Task A_transcript_of_another_scenario_is_not_resumed(string? scenario, string problem)
    {
        var path = Transcript();

        var (exitCode, error) = await Outcome(["seed", .. scenario is null ? Array.Empty<string>() : [scenario], "--resume", path]);

        Assert.Equal(2, exitCode);
        Assert.Contains(problem, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_transcript_says_is_not_said_on_the_command_line_too()
    {
        Assert.Equal(
            (2, "botnode: --resume goes on as the transcript says; leave out --seed, --rounds. See: botnode seed --help"),
            await Outcome("seed", "--resume", Transcript(), "--seed", "7", "--rounds", "3"));
    }

    [Fact]
    public async Task A_transcript_of_which_only_the_last_line_is_missing_gets_it()
    {
        var scenario = ScenarioReader.Load(ScenarioReader.Find("default")!).Value! with { Seed = 7 };
        var events = new RoomEvent[] { new Opened(1, 0, "chatroom", "default", 7, scenario.Names, 1), new Closed(2, 9, CloseReason.Completed) };
        var path = Write(new TranscriptHeader("default", ScenarioDigest.Of(scenario), 7, scenario.Names, scenario.Room, "botnode"), events);
        var lines = await File.ReadAllLinesAsync(path);
        await File.WriteAllLinesAsync(path, lines[..^1]);

        await using var seed = RunningProgram.Start("seed", "--resume", path, "--port", "0");

        await seed.EndsQuietlyAsync(0);
        Assert.Equal(lines, await File.ReadAllLinesAsync(path));
    }

    [Theory]
    [InlineData("\r\n", "", "ends, at byte ")]
    [InlineData("\n", "\uFEFF", "begins, at byte 1 of the file, with a byte order mark that was not written")]
    public async Task A_transcript_that_came_through_an_editor_is_left_as_it_is_and_not_resumed(string lineEnd, string mark, string oddity)
    {
        var scenario = ScenarioReader.Load(ScenarioReader.Find("default")!).Value! with { Seed = 7 };
        var events = new RoomEvent[] { new Opened(1, 0, "chatroom", "default", 7, scenario.Names, 1), new Closed(2, 9, CloseReason.Completed) };
        var path = Write(new TranscriptHeader("default", ScenarioDigest.Of(scenario), 7, scenario.Names, scenario.Room, "botnode"), events);
        var text = mark + string.Concat((await File.ReadAllLinesAsync(path))[..^1].Select(line => line + lineEnd));
        await File.WriteAllTextAsync(path, text);
        var before = await File.ReadAllBytesAsync(path);

        var outcome = await Outcome("seed", "--resume", path, "--port", "0");

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"botnode: {path}: line 1 {oddity}", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith(". Only a transcript that is as a seed node writes it can be resumed; mend that first.", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    private static RunningProgram Bot(string address, string name, params string[] options) =>
        RunningProgram.Start(["bot", "--name", name, "--join", address, .. options]);

    private static async Task<(int ExitCode, string Error)> Outcome(params string[] arguments)
    {
        var outcome = await InProcess.RunAsync(arguments);
        return (outcome.ExitCode, outcome.Errors.TrimEnd());
    }

    private string Transcript(params RoomEvent[] more) => Write(
        new TranscriptHeader("default", "abc", 7, ["Felix"], new RoomSettings(), "botnode"),
        [new Opened(1, 0, "chatroom", "default", 7, ["Felix"], 1), .. more]);

    private string Write(TranscriptHeader header, IEnumerable<RoomEvent> events)
    {
        var path = _folder.File("talk.jsonl");
        using var text = new StreamWriter(path);
        var writer = new TranscriptWriter(text, header);
        foreach (var happened in events)
            writer.Write(happened);
        return path;
    }
}
