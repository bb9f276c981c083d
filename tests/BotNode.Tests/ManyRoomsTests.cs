using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests;

/// <summary>Several rooms in one seed node, and rooms that open again.</summary>
public sealed class ManyRoomsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_rooms_in_one_seed_node_have_a_conversation_and_a_transcript_each()
    {
        var talks = _folder.File("talks");
        await using var seed = Seed("--room", "red", "--room", "blue", "--transcript", talks);
        var address = await AddressOf(seed);
        await using var first = Bots(address, "--room", "red", "--room", "blue");
        await using var red = Bots(address, "--room", "red");
        await using var blue = Bots(address, "--room", "blue");

        foreach (var bots in new[] { first, red, blue })
            await bots.EndsQuietlyAsync(0);
        await seed.EndsQuietlyAsync(0);
        Assert.Equal("The rooms are red, blue; join one with: botnode bot --room NAME", seed.OutputLines[1]);
        foreach (var (room, program) in new[] { ("red", red), ("blue", blue) })
        {
            var transcript = TranscriptReader.Read(Path.Combine(talks, $"{room}.jsonl")).Value!;
            Assert.Equal((room, CloseReason.Completed), (transcript.Header.Room.Name, transcript.End.Reason));
            var said = RoomText.Lines(transcript.Events.Where(happened => happened is Said), addresses: false).ToList();
            Assert.Equal(2, said.Count);
            Assert.All(said, line => Assert.Contains($"[{room}] {line}", seed.OutputLines));
            Assert.All(said, line => Assert.Contains($"[{room}] {line}", first.OutputLines));
            Assert.All(said, line => Assert.Contains(line, program.OutputLines));
        }
    }

    [Fact]
    public async Task A_room_opens_again_for_other_bots_and_each_conversation_has_its_transcript()
    {
        var talks = _folder.File("talks");
        await using var seed = Seed("--repeat", "2", "--transcript", talks, "--seed", "7");
        var address = await AddressOf(seed);
        await using (var first = Bots(address, "--count", "2"))
            await first.EndsQuietlyAsync(0);
        await seed.LineAsync(line => line == "The chatroom opens again: conversation 2 of 2.");
        await using var second = Bots(address, "--count", "2");

        await second.EndsQuietlyAsync(0);
        await seed.EndsQuietlyAsync(0);
        var transcripts = new[] { "chatroom-1.jsonl", "chatroom-2.jsonl" }.Select(file => TranscriptReader.Read(Path.Combine(talks, file)).Value!).ToList();
        Assert.Equal(7, transcripts[0].Header.Seed);
        Assert.NotEqual(7, transcripts[1].Header.Seed);
        Assert.All(transcripts, transcript => Assert.Equal(CloseReason.Completed, transcript.End.Reason));
    }

    [LinuxFact]
    public async Task A_room_that_opens_for_ever_ends_at_ctrl_c_with_whole_transcripts()
    {
        var talks = _folder.File("talks");
        await using var seed = Seed("--room", "red", "--repeat", "forever", "--transcript", talks);
        await using (var bots = Bots(await AddressOf(seed), "--room", "red", "--count", "2"))
            await bots.EndsQuietlyAsync(0);
        await seed.LineAsync(line => line == "[red] The chatroom opens again: conversation 2.");

        seed.Signal(RunningProgram.Interrupt);

        await seed.EndsQuietlyAsync(130);
        Assert.Equal(
            [CloseReason.Completed, CloseReason.Stopped],
            new[] { "red-1.jsonl", "red-2.jsonl" }.Select(file => TranscriptReader.Read(Path.Combine(talks, file)).Value!.End.Reason));
    }

    [LinuxFact]
    public async Task One_of_several_rooms_goes_on_after_the_seed_node_was_killed()
    {
        var talks = _folder.File("talks");
        using var port = new ReservedPort();
        await using var killed = SeedAt(port.Number, "--room", "red", "--room", "blue", "--transcript", talks);
        var address = await AddressOf(killed);
        await using var felix = Bots(address, "--room", "red", "--name", "Felix", "--think", "10s");
        await using var rateb = Bots(address, "--room", "red", "--name", "Rateb");
        await killed.LineAsync(line => line.StartsWith("[red] Rateb: ", StringComparison.Ordinal));
        killed.KillHard();
        await killed.ExitAsync();
        var red = Path.Combine(talks, "red.jsonl");

        await using var resumed = RunningProgram.Start(
            "seed", _folder.File("two.conf"), "--room", "red", "--resume", red, "--port", $"{port.Number}");

        foreach (var bot in new[] { felix, rateb })
            Assert.Equal(0, await bot.ExitAsync());
        await resumed.EndsQuietlyAsync(0);
        var transcript = TranscriptReader.Read(red).Value!;
        Assert.Equal(("red", CloseReason.Completed), (transcript.Header.Room.Name, transcript.End.Reason));
        var lines = RoomText.Lines(transcript.Events, addresses: false);
        Assert.All([felix, rateb], bot => Assert.Equal(lines.Take(bot.OutputLines.Count - 1), bot.OutputLines.Skip(1)));
    }

    [Fact]
    public async Task A_transcript_of_another_room_is_not_resumed()
    {
        var red = TranscriptOfRed();
        var outcome = await InProcess.RunAsync("seed", "--room", "blue", "--resume", red);

        Assert.Equal((2, $"botnode: {red} is of the room red, and that is none of blue."), (outcome.ExitCode, outcome.Errors.TrimEnd()));
    }

    [Fact]
    public async Task A_transcript_of_a_room_with_a_name_is_not_resumed_in_one_without_where_no_bot_would_look()
    {
        var red = TranscriptOfRed();
        var outcome = await InProcess.RunAsync("seed", "--resume", red);

        Assert.Equal(
            (2, $"botnode: {red} is of the room red, and bots look for it by that name: botnode seed --room red --resume FILE"),
            (outcome.ExitCode, outcome.Errors.TrimEnd()));
    }

    [Fact]
    public async Task A_refusal_in_one_room_is_told_while_the_bot_in_the_other_still_waits()
    {
        await using var seed = Seed("--room", "red", "--room", "blue");
        var address = await AddressOf(seed);
        await using var blue = Bots(address, "--room", "blue", "--name", "Felix");
        await seed.LineAsync(line => line.EndsWith("Felix has joined the chatroom", StringComparison.Ordinal));

        await using var both = Bots(address, "--room", "red", "--room", "blue", "--name", "Felix");

        await both.ErrorLineAsync(line => line == "botnode: [blue] Bot Felix is taken, please try again with another bot name: Rateb.");
        await using var rateb = Bots(address, "--room", "red", "--room", "blue", "--name", "Rateb");
        Assert.Equal(1, await both.ExitAsync());
        Assert.Single(both.ErrorLines);
        foreach (var program in new[] { blue, rateb, seed })
            await program.EndsQuietlyAsync(0);
    }

    [Fact]
    public async Task The_rooms_of_a_seed_node_are_not_overwritten()
    {
        Directory.CreateDirectory(_folder.File("talks"));
        var file = _folder.With("talks/blue.jsonl", "precious");

        var outcome = await InProcess.RunAsync("seed", "--room", "red", "--room", "blue", "--transcript", _folder.File("talks"));

        Assert.Equal((2, $"botnode: {file} exists already; choose another name for --transcript, or remove it."), (outcome.ExitCode, outcome.Errors.TrimEnd()));
        Assert.Equal("precious", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_file_where_a_folder_is_needed_is_one_line_and_2()
    {
        var file = _folder.With("talk.jsonl", "");

        var outcome = await InProcess.RunAsync("seed", "--repeat", "2", "--transcript", file);

        Assert.Equal(
            (2, $"botnode: {file} is a file; --transcript takes the name of a folder, for there is more than one conversation."),
            (outcome.ExitCode, outcome.Errors.TrimEnd()));
    }

    // As one is when its seed node was killed before anybody joined.
    private string TranscriptOfRed()
    {
        var scenario = ScenarioReader.Load(ScenarioReader.Find("default")!).Value! with { Seed = 7, Room = new RoomSettings { Name = "red" } };
        var header = new TranscriptHeader("default", ScenarioDigest.Of(scenario), 7, scenario.Names, scenario.Room, "botnode");
        var path = _folder.File("red.jsonl");
        using var text = new StreamWriter(path);
        new TranscriptWriter(text, header).Write(new Opened(1, 0, "red", "default", 7, scenario.Names, scenario.Room.Rounds));
        return path;
    }

    private RunningProgram Seed(params string[] options) => SeedAt(0, options);

    private RunningProgram SeedAt(int port, params string[] options)
    {
        var scenario = _folder.With("two.conf", "include \"personas.conf\"\ninclude \"suggestions.conf\"\nroster = [Felix, Rateb]");
        return RunningProgram.Start(["seed", scenario, "--port", $"{port}", .. options]);
    }

    private static RunningProgram Bots(string address, params string[] options) => RunningProgram.Start(["bot", "--join", address, .. options]);

    private static Task<string> AddressOf(RunningProgram seed) =>
        seed.LineAsync(line => line.StartsWith("akka.tcp://Chatroom@", StringComparison.Ordinal));
}
