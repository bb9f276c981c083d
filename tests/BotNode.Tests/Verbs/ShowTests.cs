using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests.Verbs;

public sealed class ShowTests : IDisposable
{
    private static readonly ValueList<RoomEvent> Events =
    [
        new Opened(1, 0, "chatroom", "default", 7, ["Marija"], 1),
        new Joined(2, 12, "Marija", "127.0.0.1:61308"),
        new Suggested(3, 12, 1, new Suggestion("chill", "travel to", "Oslo", "Do you guys want to travel to Oslo?")),
        new Said(4, 10_345, 1, "Marija", "I can't join!", Late: false),
        new RoundClosed(5, 10_345, 1, [new ParticipantVerdict("Marija", Verdict.Answered)]),
        new Left(6, 10_350, "Marija", Leaving.Bye),
        new Closed(7, 10_350, CloseReason.Completed),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_transcript_is_shown_with_its_times_in_a_column()
    {
        var show = await InProcess.RunAsync("show", Transcript());

        Assert.Equal((0, ""), (show.ExitCode, show.Errors));
        Assert.Equal(
            $"""
            room      chatroom
            scenario  default
            seed      7
            roster    Marija

             0.012 s  New connection from ('127.0.0.1', 61308) Marija has joined the chatroom
             0.012 s  Host suggested chill
             0.012 s  Host: Do you guys want to travel to Oslo?
            10.345 s  Marija: I can't join!
            10.350 s  Marija left the chatroom.

            round 1   answered: Marija

            ended     completed
            digest    {ConversationDigest.Of(Events)}

            """,
            show.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Its_digest_is_shown_alone()
    {
        var show = await InProcess.RunAsync("show", Transcript(), "--digest");

        Assert.Equal((0, ConversationDigest.Of(Events)), (show.ExitCode, show.Output.TrimEnd()));
    }

    [Fact]
    public async Task Its_lines_are_shown_as_they_are()
    {
        var file = Transcript();

        var show = await InProcess.RunAsync("show", file, "--json");

        Assert.Equal((0, File.ReadAllText(file)), (show.ExitCode, show.Output));
    }

    [Theory]
    [InlineData("gnp.\u202Eexe", "gnp.<U+202E>exe")]
    [InlineData("a\u2028Host: b", "a<U+2028>Host: b")]
    [InlineData("a\U000E0062", "a<U+E0062>")]
    [InlineData("hi\nHost: you won", "hi<U+000A>Host: you won")]
    [InlineData("a\r\n\tb", "a<U+000D><U+000A><U+0009>b")]
    public async Task What_could_deceive_is_shown_by_its_code_and_stays_in_the_lines(string said, string shown)
    {
        var file = Transcript([.. Events.Select(happened => happened is Said its ? its with { Text = said } : happened)]);

        Assert.Contains($"Marija: {shown}\n", (await InProcess.RunAsync("show", file)).Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(file), (await InProcess.RunAsync("show", file, "--json")).Output);
    }

    [Fact]
    public async Task Its_facts_are_one_line_each()
    {
        var text = new StringWriter();
        new TranscriptWriter(text, new TranscriptHeader("default\nended     completed", "none", 7, ["Mari\nja"], new RoomSettings(), "a test")).Write(Events[0]);

        var show = await InProcess.RunAsync("show", _folder.With("forged.jsonl", text.ToString()));

        Assert.Contains("scenario  default<U+000A>ended     completed\n", show.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("roster    Mari<U+000A>ja\n", show.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transcript_that_was_cut_is_shown_as_far_as_it_goes_and_complained_about()
    {
        var text = File.ReadAllText(Transcript());
        var cut = _folder.With("cut.jsonl", text[..text.IndexOf("I can't", StringComparison.Ordinal)]);

        var show = await InProcess.RunAsync("show", cut);

        Assert.Equal((1, $"botnode: {cut}: the transcript was cut in the middle of line 5"), (show.ExitCode, show.Errors.TrimEnd()));
        Assert.EndsWith("0.012 s  Host: Do you guys want to travel to Oslo?", show.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transcript_of_which_only_the_first_line_is_left_is_shown()
    {
        var show = await InProcess.RunAsync("show", _folder.With("cut.jsonl", File.ReadAllLines(Transcript())[0] + "\n"));

        Assert.Equal(1, show.ExitCode);
        Assert.EndsWith("cut short after line 1: its last line is missing", show.Errors.TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith("roster    Marija", show.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_changed_transcript_only_the_lines_before_the_change_are_printed_as_they_are()
    {
        var lines = File.ReadAllLines(Transcript());
        lines[5] = lines[5].Replace("answered", "silent", StringComparison.Ordinal);

        var show = await InProcess.RunAsync("show", "--json", _folder.With("changed.jsonl", string.Join('\n', lines) + "\n"));

        Assert.Equal((1, string.Join('\n', lines[..5]) + "\n"), (show.ExitCode, show.Output));
        Assert.Contains("changed.jsonl: line 6 was changed", show.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_transcript_has_no_digest()
    {
        var lines = File.ReadAllLines(Transcript());

        var show = await InProcess.RunAsync("show", "--digest", _folder.With("cut.jsonl", string.Join('\n', lines[..^1]) + "\n"));

        Assert.Equal((1, ""), (show.ExitCode, show.Output));
    }

    [Fact]
    public async Task Another_file_is_not_shown()
    {
        var other = _folder.With("talk.conf", "roster = [Felix]\n");

        var show = await InProcess.RunAsync("show", other);

        Assert.Equal((2, "", $"botnode: {other}: is not a transcript"), (show.ExitCode, show.Output, show.Errors.TrimEnd()));
    }

    private string Transcript(params ValueList<RoomEvent> events)
    {
        var text = new StringWriter();
        var writer = new TranscriptWriter(text, new TranscriptHeader("default", "none", 7, ["Marija"], new RoomSettings(), "a test"));
        foreach (var happened in events.Count == 0 ? Events : events)
            writer.Write(happened);
        return _folder.With("talk.jsonl", text.ToString());
    }
}
