using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests.Verbs;

public sealed class VerifyTests : IDisposable
{
    private static readonly ValueList<RoomEvent> Events =
    [
        new Opened(1, 0, "chatroom", "default", 7, ["Marija"], 1),
        new Joined(2, 12, "Marija", "127.0.0.1:61308"),
        new Suggested(3, 12, 1, new Suggestion("chill", "travel to", "Oslo", "Do you guys want to travel to Oslo?")),
        new Said(4, 345, 1, "Marija", "I can't join!", Late: false),
        new RoundClosed(5, 345, 1, [new ParticipantVerdict("Marija", Verdict.Answered)]),
        new Left(6, 350, "Marija", Leaving.Bye),
        new Closed(7, 350, CloseReason.Completed),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly string[] _lines;

    public VerifyTests()
    {
        using var text = new StringWriter();
        var writer = new TranscriptWriter(text, new TranscriptHeader("default", "abc", 7, ["Marija"], new RoomSettings(), "botnode"));
        foreach (var happened in Events)
            writer.Write(happened);
        _lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose() => _folder.Dispose();

    private string File(IEnumerable<string> lines) => _folder.With("talk.jsonl", string.Join('\n', lines) + "\n");

    private async Task IsNotWhole(string file, string problem)
    {
        var verify = await InProcess.RunAsync("verify", file);

        Assert.Equal((1, "", $"botnode: {file}: {problem}"), (verify.ExitCode, verify.Output, verify.Errors.TrimEnd()));
    }

    [Fact]
    public async Task A_whole_transcript_is_called_one()
    {
        var file = File(_lines);

        var verify = await InProcess.RunAsync("verify", file);

        Assert.Equal((0, ""), (verify.ExitCode, verify.Errors));
        Assert.Equal($"{file}: whole, 7 events, completed, digest {ConversationDigest.Of(Events)}", verify.Output.TrimEnd());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(8)]
    public async Task A_changed_byte_is_told_with_its_line(int place)
    {
        var changed = "{ " + _lines[place][1..];

        await IsNotWhole(
            File([.. _lines[..place], changed, .. _lines[(place + 1)..]]),
            $"line {place + 1} was changed, or does not follow the line before: its hash does not fit");
    }

    [Fact]
    public async Task A_line_that_was_cut_out_is_told_where_it_is_missing()
    {
        await IsNotWhole(File([.. _lines[..4], .. _lines[5..]]), "line 5 was changed, or does not follow the line before: its hash does not fit");
    }

    [Fact]
    public async Task Swapped_lines_are_told_with_the_first()
    {
        await IsNotWhole(
            File([.. _lines[..3], _lines[4], _lines[3], .. _lines[5..]]), "line 4 was changed, or does not follow the line before: its hash does not fit");
    }

    [Fact]
    public async Task A_transcript_without_its_last_line_is_cut_short()
    {
        await IsNotWhole(File(_lines[..6]), "the transcript is cut short after line 6: its last line is missing");
    }

    [Fact]
    public async Task A_transcript_that_ends_in_the_middle_of_a_line_was_cut_there()
    {
        await IsNotWhole(_folder.With("torn.jsonl", string.Join('\n', _lines[..6])[..^9]), "the transcript was cut in the middle of line 6");
    }

    [Fact]
    public async Task Lines_that_end_as_in_a_file_of_Windows_are_told_with_the_first()
    {
        await IsNotWhole(
            _folder.With("windows.jsonl", string.Concat(_lines.Select(line => line + "\r\n"))),
            $"line 1 ends, at byte {_lines[0].Length + 1} of the file, with a carriage return and a line feed, not with a line feed alone");
    }

    [Fact]
    public async Task A_byte_that_is_not_UTF8_is_told_with_its_place()
    {
        var before = string.Join('\n', _lines[..4]) + "\n";
        var place = _lines[4].IndexOf("can't", StringComparison.Ordinal);
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', _lines) + "\n");
        bytes[before.Length + place] = 0xE9;

        await IsNotWhole(
            _folder.With("latin.jsonl", bytes), $"line 5 was changed: byte {place + 1} of it, byte {before.Length + place + 1} of the file, is E9, and that is not UTF-8");
    }

    [Fact]
    public async Task A_byte_order_mark_is_told()
    {
        await IsNotWhole(
            _folder.With("marked.jsonl", "\uFEFF" + string.Join('\n', _lines) + "\n"), "line 1 begins, at byte 1 of the file, with a byte order mark that was not written");
    }

    // Somebody who computes the hashes anew can write the same in other words.
    [Theory]
    [InlineData(0, "\"version\":1,", "\"version\": 1,", 10)]
    [InlineData(1, "\"n\":1,\"t\":0,", "\"t\":0,\"n\":1,", 1)]
    [InlineData(2, "Marija", "M\\u0061rija", 1)]
    [InlineData(4, "\"late\":false", "\"late\":false,\"more\":1", 12)]
    [InlineData(4, "\"round\":1", "\"round\":1,\"round\":1", 11)]
    [InlineData(8, "\"events\":7", "\"events\":7 ", 10)]
    public async Task What_says_the_same_in_other_bytes_is_told_with_line_and_byte(int place, string written, string otherwise, int same)
    {
        var lines = SealedAnew(place, written, otherwise);
        var file = File(lines);
        var at = string.Concat(lines.Take(place).Select(line => line + "\n")).Length + _lines[place].IndexOf(written, StringComparison.Ordinal) + same + 1;

        foreach (var verb in new[] { "verify", "show", "replay" })
        {
            var result = await InProcess.RunAsync(verb, file);

            Assert.Equal((1, $"botnode: {file}: line {place + 1} says it otherwise than it was written, from byte {at} of the file on"), (result.ExitCode, result.Errors.TrimEnd()));
        }
    }

    [Theory]
    [InlineData(0, "\"seed\":7,", "\"seed\":7e0,", "seed")]
    [InlineData(2, "\"t\":12,", "\"t\":1.2e1,", "t")]
    [InlineData(8, "\"events\":7", "\"events\":7.0", "events")]
    public async Task A_number_that_is_not_written_as_a_whole_one_is_told(int place, string written, string otherwise, string name) =>
        await IsNotWhole(File(SealedAnew(place, written, otherwise)), $"line {place + 1} is not as it must be: {name} is not a whole number");

    private List<string> SealedAnew(int place, string written, string otherwise)
    {
        var chain = new HashChain();
        return [.. _lines.Select(line => line[..HashChain.LengthOfJson(line)] + "}")
            .Select((json, at) => chain.Seal(at == place ? json.Replace(written, otherwise, StringComparison.Ordinal) : json))];
    }

    [Fact]
    public async Task A_last_line_without_its_line_feed_is_told()
    {
        await IsNotWhole(_folder.With("bare.jsonl", string.Join('\n', _lines)), $"line 9 ends, at byte {string.Join('\n', _lines).Length + 1} of the file, without the line feed that was written after it");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("Dear diary")]
    public async Task Whatever_stands_after_the_last_line_is_told(string more)
    {
        await IsNotWhole(
            _folder.With("more.jsonl", string.Join('\n', _lines) + "\n" + more), "line 10 should not be there: nothing may follow the last line");
    }

    [Theory]
    [InlineData("show")]
    [InlineData("replay")]
    public async Task What_is_not_as_it_was_written_is_told_by_every_verb_that_reads_it_in_the_same_words(string verb)
    {
        var changes = new[]
        {
            string.Concat(_lines.Select(line => line + "\r\n")),
            string.Join('\n', _lines),
            string.Join('\n', [_lines[0].Replace("\"seed\":7", "\"seed\":8", StringComparison.Ordinal), .. _lines[1..]]) + "\n",
            string.Join('\n', [.. _lines[..4], .. _lines[5..]]) + "\n",
            string.Join('\n', _lines[..4]) + "\n",
            "{\"type\":\"transcript\",\"ver",
        };
        foreach (var text in changes)
        {
            var file = _folder.With("changed.jsonl", text);

            var (verify, other) = (await InProcess.RunAsync("verify", file), await InProcess.RunAsync(verb, file));

            Assert.Equal(1, verify.ExitCode);
            Assert.Equal((1, verify.Errors), (other.ExitCode, other.Errors));
        }
    }

    [Fact]
    public async Task All_files_are_checked_and_the_gravest_fault_is_the_exit_code()
    {
        var whole = File(_lines);
        var short1 = _folder.With("short.jsonl", _lines[0] + "\n");

        var verify = await InProcess.RunAsync("verify", short1, whole);

        Assert.Equal(1, verify.ExitCode);
        Assert.StartsWith($"{whole}: whole", verify.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear diary")]
    public async Task What_is_no_transcript_could_not_be_verified(string text)
    {
        Assert.Equal(2, (await InProcess.RunAsync("verify", _folder.With("other.txt", text))).ExitCode);
    }

    [Fact]
    public async Task A_file_that_is_not_there_could_not_be_verified()
    {
        Assert.Equal(2, (await InProcess.RunAsync("verify", _folder.File("nowhere.jsonl"))).ExitCode);
    }
}
