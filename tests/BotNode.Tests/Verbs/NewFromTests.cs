using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests.Verbs;

/// <summary>A transcript becomes a scenario.</summary>
public sealed class NewFromTests : IDisposable
{
    private static readonly ValueList<RoomEvent> Events =
    [
        new Opened(1, 0, "chatroom", "default", 7, ["Marija", "Anna"], 1),
        new Joined(2, 12, "Marija", "127.0.0.1:61308"),
        new Joined(3, 13, "Anna", "127.0.0.1:61309"),
        new Suggested(4, 13, 1, new Suggestion("chill", "travel to", "Oslo", "Do you guys want to travel to Oslo?")),
        new Said(5, 345, 1, "Marija", "I can't join!", Late: false),
        new Said(6, 346, 1, "Anna", "{yes}", Late: false),
        new RoundClosed(7, 346, 1, [new ParticipantVerdict("Marija", Verdict.Answered), new ParticipantVerdict("Anna", Verdict.Answered)]),
        new Left(8, 350, "Marija", Leaving.Bye),
        new Left(9, 351, "Anna", Leaving.Bye),
        new Closed(10, 351, CloseReason.Completed),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_whole_conversation_replays_to_its_digest()
    {
        var (talk, file) = (Transcript(Events), _folder.File("talk.conf"));

        var made = await InProcess.RunAsync("new", file, "--from", talk);

        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        Assert.Equal(
            [$"{file} is the conversation of {talk} as a scenario. Edit it, then:", $"  botnode check {file}", $"  botnode replay {file}", $"  botnode run {file}"],
            made.Output.TrimEnd().Split('\n'));
        await IsGood(file);
        Assert.Equal(ConversationDigest.Of(Events), (await InProcess.RunAsync("replay", file, "--digest")).Output.TrimEnd());
    }

    [Fact]
    public async Task A_conversation_that_was_cut_in_the_middle_of_a_line_is_taken_up_to_there()
    {
        var text = Text(Events.Take(6));
        var (talk, file) = (_folder.With("talk.jsonl", text[..^30]), _folder.File("talk.conf"));

        var made = await InProcess.RunAsync("new", file, "--from", talk);

        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        Assert.StartsWith("Not all of it can be played. Comments say where:\n  the transcript was cut in the middle of line 7: played up to there\n", made.Output, StringComparison.Ordinal);
        Assert.Contains(
            "  # It goes no further: the transcript was cut in the middle of line 7. What comes after this is not expected.\n", File.ReadAllText(file), StringComparison.Ordinal);
        await IsGood(file);
    }

    [Fact]
    public async Task A_conversation_that_was_stopped_is_taken_up_to_there()
    {
        ValueList<RoomEvent> stopped = [.. Events.Take(5), new Left(6, 400, "Marija", Leaving.Stopped), new Left(7, 400, "Anna", Leaving.Stopped), new Closed(8, 400, CloseReason.Stopped)];
        var (talk, file) = (Transcript(stopped), _folder.File("talk.conf"));

        var made = await InProcess.RunAsync("new", file, "--from", talk);

        Assert.Contains("  it was stopped from outside: played up to there\n", made.Output, StringComparison.Ordinal);
        await IsGood(file);
    }

    [Fact]
    public async Task A_bot_that_is_asked_needs_no_file_beside_the_scenario()
    {
        var (talk, file) = (Transcript(Events), _folder.File("talk.conf"));

        var made = await InProcess.RunAsync("new", file, "--from", talk, "--mind", "Marija", "--mind", "Anna");

        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        Assert.Contains($"  botnode replay {file} --exec Marija=COMMAND --exec Anna=COMMAND\n", made.Output, StringComparison.Ordinal);
        var text = File.ReadAllText(file);
        Assert.Contains("  { answer = Marija }\n  { answer = Anna }\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("I can't join!", text, StringComparison.Ordinal);
        await IsGood(file);
    }

    [PythonFact]
    public async Task The_mind_of_an_asked_bot_answers_in_a_replay()
    {
        var (talk, file) = (Transcript(Events), _folder.File("talk.conf"));
        var mind = _folder.With("mind.py", """
            import json, sys
            for line in sys.stdin:
                if json.loads(line)["type"] == "prompt":
                    print(json.dumps({"text": "Mended."}), flush=True)

            """);
        await InProcess.RunAsync("new", file, "--from", talk, "--mind", "Anna");

        var replay = await InProcess.RunAsync("replay", file, "--exec", $"Anna=python3 {mind}");

        Assert.Equal((0, ""), (replay.ExitCode, replay.Errors));
        Assert.Contains("Anna: Mended.\n", replay.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_not_on_the_roster_is_told_with_those_that_are()
    {
        var talk = Transcript(Events);

        await IsRefused($"{talk}: --mind names 'Zed', who is not on the roster: Marija, Anna.", "--from", talk, "--mind", "Zed");
    }

    [Fact]
    public async Task A_mind_needs_a_transcript() =>
        await IsRefused("--mind needs --from, the transcript of a conversation with that bot. See: botnode new --help", "--mind", "Anna");

    [Fact]
    public async Task A_transcript_that_is_not_there_is_told() =>
        await IsRefused($"{_folder.File("nope.jsonl")}: no such file", "--from", _folder.File("nope.jsonl"));

    [Theory]
    [InlineData("", "is empty, not a transcript")]
    [InlineData("roster = [Felix]\n", "is not a transcript")]
    [InlineData("{\"type\":\"transcript\",\"ver", "the transcript was cut in the middle of line 1")]
    public async Task What_is_no_transcript_is_told(string text, string problem)
    {
        var talk = _folder.With("talk.jsonl", text);

        await IsRefused($"{talk}: {problem}", "--from", talk);
    }

    [Fact]
    public async Task A_transcript_in_which_no_room_was_opened_is_told()
    {
        var talk = _folder.With("talk.jsonl", Text(Events).Split('\n')[0] + "\n");

        await IsRefused($"{talk}: no room was opened in it, so there is nothing to play.", "--from", talk);
    }

    [Fact]
    public async Task A_name_that_no_bot_may_have_now_is_told()
    {
        var talk = Transcript([new Opened(1, 0, "chatroom", "default", 7, ["Host"], 1)], "Host");
        var file = _folder.File("new.conf");

        await IsRefused($"{file} is not written: a scenario can't hold what is in {talk}: {file}:15: roster: Host is taken for the Host; choose another", "--from", talk);
    }

    [Fact]
    public async Task A_file_that_exists_stays_as_it_is()
    {
        var file = _folder.With("new.conf", "precious");

        await IsRefused($"{file} exists already; choose another name, or remove it.", "--from", Transcript(Events));
        Assert.Equal("precious", File.ReadAllText(file));
    }

    private static string Text(IEnumerable<RoomEvent> events, params ValueList<string> roster)
    {
        using var text = new StringWriter();
        var writer = new TranscriptWriter(text, new TranscriptHeader("default", "none", 7, roster.Count == 0 ? ["Marija", "Anna"] : roster, new RoomSettings(), "a test"));
        foreach (var happened in events)
            writer.Write(happened);
        return text.ToString();
    }

    private string Transcript(IEnumerable<RoomEvent> events, params ValueList<string> roster) => _folder.With("talk.jsonl", Text(events, roster));

    private static async Task IsGood(string file)
    {
        foreach (var verb in new[] { "check", "replay" })
        {
            var result = await InProcess.RunAsync(verb, file);
            Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        }
    }

    private async Task IsRefused(string problem, params string[] options)
    {
        var file = _folder.File("new.conf");
        var existed = File.Exists(file);

        var made = await InProcess.RunAsync(["new", file, .. options]);

        Assert.Equal((2, "", $"botnode: {problem}"), (made.ExitCode, made.Output, made.Errors.TrimEnd()));
        Assert.Equal(existed, File.Exists(file));
    }
}
