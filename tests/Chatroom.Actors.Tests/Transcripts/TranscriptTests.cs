namespace Chatroom.Actors.Tests;

public sealed class TranscriptTests
{
    private static readonly string Text = Sample.Text(Sample.Events);
    private static readonly string[] Lines = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string ErrorOf(IEnumerable<string> lines) => Assert.Single(Sample.Read(string.Join('\n', lines) + "\n").Errors);

    [Fact]
    public void What_was_written_is_read()
    {
        var transcript = Sample.Read(Text).Value;

        Assert.NotNull(transcript);
        Assert.Equal(Sample.Header, transcript.Header);
        Assert.Equal(Sample.Events, transcript.Events);
        Assert.Equal(new TranscriptEnd(CloseReason.Completed, 12, ConversationDigest.Of(Sample.Events)), transcript.End);
    }

    [Fact]
    public void A_return_and_a_ticket_are_written_and_read()
    {
        RoomEvent[] events =
        [
            Sample.Events[0],
            new Joined(2, 9, "Felix", "local") { TicketDigest = "abc" },
            new Left(3, 9, "Felix", Leaving.Crashed),
            new Returned(4, 9, "Felix", "127.0.0.1:61311"),
            new Closed(5, 9, CloseReason.Stopped),
        ];

        Assert.Contains("\"type\":\"returned\",\"name\":\"Felix\",\"from\":\"127.0.0.1:61311\"", Sample.Text(events), StringComparison.Ordinal);
        Assert.Equal(events, Sample.Read(Sample.Text(events)).Value?.Events);
    }

    [Fact]
    public void The_rule_that_ended_a_conversation_is_in_the_line_of_its_last_round()
    {
        RoomEvent[] events = [Sample.Events[0], new RoundClosed(2, 9, 1, []) { Stop = CloseReason.TextSaid }, new Closed(3, 9, CloseReason.TextSaid)];

        Assert.Contains("\"verdicts\":[],\"stop\":\"text-said\"", Sample.Text(events), StringComparison.Ordinal);
        Assert.Equal(events, Sample.Read(Sample.Text(events)).Value?.Events);
    }

    [Fact]
    public void Every_line_ends_with_a_line_feed_and_nothing_else()
    {
        Assert.Equal(14, Text.Count(c => c == '\n'));
        Assert.DoesNotContain('\r', Text);
        Assert.EndsWith("}\n", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void People_can_read_what_was_said()
    {
        Assert.Contains("\"text\":\"I can't join!\"", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_form_of_a_line_is_pinned()
    {
        Assert.StartsWith("{\"n\":2,\"t\":10,\"type\":\"joined\",\"name\":\"Marija\",\"from\":\"127.0.0.1:61308\",\"hash\":\"", Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_character_is_noticed_where_it_is()
    {
        var changed = (string[])[.. Lines[..7], Lines[7].Replace("braced", "broken", StringComparison.Ordinal), .. Lines[8..]];

        Assert.Equal("chat.jsonl: line 8 was changed, or does not follow the line before: its hash does not fit", ErrorOf(changed));
    }

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        for (var place = 0; place < Text.Length; place += 7)
        {
            var changed = Text[..place] + (Text[place] == '1' ? '2' : '1') + Text[(place + 1)..];

            Assert.False(Sample.Read(changed).IsGood, $"a change at {place} was not noticed");
        }
    }

    [Fact]
    public void A_line_taken_out_is_noticed()
    {
        Assert.StartsWith("chat.jsonl: line 4 was changed, or does not follow", ErrorOf([.. Lines[..3], .. Lines[4..]]), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_lines_changed_for_one_another_are_noticed()
    {
        Assert.StartsWith("chat.jsonl: line 3 was changed, or does not follow", ErrorOf([.. Lines[..2], Lines[3], Lines[2], .. Lines[4..]]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_cut_short_is_noticed()
    {
        Assert.Equal("chat.jsonl: the transcript is cut short after line 13: its last line is missing", ErrorOf(Lines[..^1]));
    }

    [Fact]
    public void A_line_that_is_cut_short_is_noticed()
    {
        var cut = Sample.ReadIntact(Text[..^8]);

        Assert.Equal("chat.jsonl: the transcript was cut in the middle of line 14", cut.Problem);
        Assert.Equal(Lines[..^1], cut.Lines);
        Assert.Equal(Sample.Events, cut.Events);
        Assert.Null(cut.End);
    }

    [Fact]
    public void A_line_that_is_cut_within_a_character_is_noticed()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Text);
        var half = bytes.AsSpan().IndexOf("ø"u8) + 1;

        var cut = TranscriptReader.ReadIntact(bytes.AsSpan(0, half), "chat.jsonl");

        Assert.Equal((TranscriptFault.Torn, "chat.jsonl: the transcript was cut in the middle of line 8"), (cut.Fault, cut.Problem));
    }

    [Fact]
    public void A_replacement_character_does_not_stand_for_what_is_not_UTF8()
    {
        var said = Sample.Events.Select(happened => happened is Said { Late: true } late ? late with { Text = "caf\uFFFD" } : happened);
        var bytes = System.Text.Encoding.UTF8.GetBytes(Sample.Text(said));
        var place = bytes.AsSpan().IndexOf("\uFFFD"u8);

        var changed = TranscriptReader.ReadIntact([.. bytes[..place], 0xE9, .. bytes[(place + 3)..]], "chat.jsonl");

        Assert.Equal(TranscriptFault.Changed, changed.Fault);
        Assert.Contains("is E9, and that is not UTF-8", changed.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_line_that_is_cut_short_is_noticed()
    {
        var cut = Sample.ReadIntact(Text[..40]);

        Assert.Equal("chat.jsonl: the transcript was cut in the middle of line 1", cut.Problem);
        Assert.Null(cut.Header);
    }

    [Fact]
    public void A_last_line_feed_may_be_missing()
    {
        Assert.True(Sample.Read(Text.TrimEnd('\n')).IsGood);
    }

    [Fact]
    public void What_stands_before_a_changed_line_is_read()
    {
        var changed = Sample.ReadIntact(Text.Replace("braced", "broken", StringComparison.Ordinal));

        Assert.Equal(Sample.Header, changed.Header);
        Assert.Equal(Sample.Events[..6], changed.Events);
        Assert.Equal(Lines[..7], changed.Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("roster = [Marija]\n")]
    [InlineData("{}\n")]
    public void Another_file_is_not_a_transcript(string text)
    {
        var other = Sample.ReadIntact(text);

        Assert.EndsWith(" not a transcript", other.Problem, StringComparison.Ordinal);
        Assert.Null(other.Header);
    }

    [Fact]
    public void Nothing_may_follow_the_last_line()
    {
        var chain = new HashChain();
        foreach (var line in Lines)
        {
            chain.Open(line);
        }

        Assert.Equal("chat.jsonl: line 15 should not be there: nothing may follow the last line", ErrorOf([.. Lines, chain.Seal("{\"n\":13,\"t\":0,\"type\":\"closed\",\"reason\":\"completed\"}")]));
    }

    [Fact]
    public void A_version_that_nobody_knows_is_refused()
    {
        var sealedAgain = new HashChain().Seal("{\"type\":\"transcript\",\"version\":2}");

        Assert.Equal("chat.jsonl: line 1 is not as it must be: version 2 is not known here, only 1", ErrorOf([sealedAgain]));
    }

    [Fact]
    public void A_field_that_is_missing_is_named()
    {
        Assert.Equal("chat.jsonl: line 1 is not as it must be: scenario is missing", ErrorOf([new HashChain().Seal("{\"type\":\"transcript\",\"version\":1}")]));
    }

    [Theory]
    [InlineData("{\"n\":1,\"t\":0,\"type\":\"round-closed\",\"round\":1,\"verdicts\":[5]}")]
    [InlineData("{\"n\":1,\"t\":0,\"type\":\"left\",\"name\":\"\\ud800\",\"how\":\"bye\"}")]
    [InlineData("{\"n\":1,\"t\":0,\"type\":\"opened\",\"room\":\"a\",\"scenario\":\"b\",\"seed\":1,\"roster\":[\"Felix\",\"Felix\"],\"rounds\":1}")]
    [InlineData("{\"n\":99999999999,\"t\":0,\"type\":\"closed\",\"reason\":\"completed\"}")]
    public void An_event_that_nobody_can_have_written_is_one_error_though_its_hash_fits(string json)
    {
        var chain = new HashChain();
        chain.Open(Lines[0]);

        Assert.StartsWith("chat.jsonl: line 2 is not as it must be: ", ErrorOf([Lines[0], chain.Seal(json)]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("922337203685478")]
    [InlineData("-1")]
    public void A_time_that_nobody_can_have_set_is_one_error_though_its_hash_fits(string time)
    {
        var json = new HashChain().Open(Lines[0])!.Replace("\"reply-timeout\":1500", $"\"reply-timeout\":{time}", StringComparison.Ordinal);

        Assert.Equal("chat.jsonl: line 1 is not as it must be: reply-timeout is no time from 0 ms to 1 day", ErrorOf([new HashChain().Seal(json)]));
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error_that_names_it()
    {
        Assert.Equal(["/no/such/file: no such file"], TranscriptReader.Read("/no/such/file").Errors);
    }
}
