namespace Chatroom.Actors.Tests;

public sealed class ExpectationCheckTests
{
    private static readonly string[] Lines =
    [
        "Marija has joined the chatroom",
        "Waiting for 1 client(s) to join the chat.",
        "Bot Marija is taken.",
        "Full.",
        "Felix has joined the chatroom",
        "Host suggested chill",
        "Host: Let's party guys!!",
        "Felix: \"quoted\", {braced}, hash\":\"x\"}, på øya 🎉",
        "Marija did not answer in time.",
        "Marija (late): I can't join!",
        "Felix left the chatroom.",
        "Marija crashed and is out of the chatroom.",
    ];

    private static IReadOnlyList<string> Differences(params IEnumerable<ExpectedLines> lines) =>
        ExpectationCheck.Differences(new Expectation { Lines = lines.ToValueList() }, Sample.Events);

    private static ExpectedLine Exactly(string line) => new ExpectedLine.Exactly(line);

    private static ExpectedLines AnyOrder(params string[] lines) => new(lines.Select(Exactly).ToValueList());

    [Fact]
    public void The_same_lines_make_no_difference()
    {
        Assert.Empty(Differences(Lines.Select(ExpectedLines.One)));
    }

    [Fact]
    public void Lines_in_any_order_may_come_in_another_one()
    {
        Assert.Empty(Differences([.. Lines[..10].Select(ExpectedLines.One), AnyOrder(Lines[11], Lines[10])]));
    }

    [Fact]
    public void The_first_difference_is_told_with_its_surroundings()
    {
        string[] expected = [.. Lines[..5], "Host suggested sport", .. Lines[6..]];

        Assert.Equal(
        [
            "line 6 differs:",
            "    Bot Marija is taken.",
            "    Full.",
            "    Felix has joined the chatroom",
            "  expected: Host suggested sport",
            "  got:      Host suggested chill",
            "    Host: Let's party guys!!",
            "    Felix: \"quoted\", {braced}, hash\":\"x\"}, på øya 🎉",
            "    Marija did not answer in time.",
        ], Differences(expected.Select(ExpectedLines.One)));
    }

    [Fact]
    public void A_missing_line_is_told()
    {
        Assert.Contains("  got:      (nothing more)", Differences(Lines.Append("The end.").Select(ExpectedLines.One)));
    }

    [Fact]
    public void A_line_too_many_is_told()
    {
        Assert.Contains("  expected: (nothing more)", Differences(Lines[..^1].Select(ExpectedLines.One)));
    }

    [Fact]
    public void What_comes_after_the_first_lines_is_not_checked()
    {
        Assert.Empty(FirstDifferences(Lines[..4]));
        Assert.Contains("  got:      Full.", FirstDifferences([.. Lines[..3], "Empty."]));
        Assert.Contains("  got:      (nothing more)", FirstDifferences([.. Lines, "The end."]));

        static IReadOnlyList<string> FirstDifferences(string[] lines) =>
            ExpectationCheck.Differences(new Expectation { FirstLines = lines.Select(ExpectedLines.One).ToValueList() }, Sample.Events);
    }

    [Fact]
    public void A_line_that_is_none_of_a_group_is_told_with_what_is_left_of_it()
    {
        Assert.Contains("  expected: any of: Zed came. | Felix has joined the chatroom",
            Differences([.. Lines[..2].Select(ExpectedLines.One), AnyOrder("Zed came.", "Bot Marija is taken.", Lines[4])]));
    }

    [Fact]
    public void In_a_group_a_line_that_fits_two_places_leaves_the_other_one_free()
    {
        // The first line of the two fits both places, the second only the first place.
        var group = new ExpectedLines([new ExpectedLine.Like("*chatroom."), new ExpectedLine.Like("Felix*")]);

        Assert.Empty(Differences([.. Lines[..10].Select(ExpectedLines.One), group]));
    }

    [Theory]
    [InlineData("Felix: *", "Felix: anything", true)]
    [InlineData("Felix: *", "Felix: ", true)]
    [InlineData("Felix: *", "Rateb: Felix: *", false)]
    [InlineData("*tennis*", "let's play tennis!", true)]
    [InlineData("a*b*c", "a b b c", true)]
    [InlineData("a*b*c", "a c b", false)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("plain", "plain", true)]
    [InlineData("plain", "plain ", false)]
    public void A_star_stands_for_any_text(string pattern, string line, bool fits)
    {
        Assert.Equal(fits, new ExpectedLine.Like(pattern).Fits(line));
    }

    [Fact]
    public void A_line_may_be_one_of_several()
    {
        var line = new ExpectedLine.OneOf([Exactly("yes"), new ExpectedLine.Like("no*")]);

        Assert.Equal([true, true, false], new[] { "yes", "no way", "maybe" }.Select(line.Fits));
    }

    [Fact]
    public void A_verdict_that_is_another_is_told_with_its_round()
    {
        var expect = new Expectation { Verdicts = [[new("Felix", Verdict.Silent), new("Zed", Verdict.Silent)], [new("Felix", Verdict.Answered)]] };

        Assert.Equal(
        [
            "in round 1 Felix should be silent, and is answered",
            "in round 1 Zed should be silent, and is not in the room",
            "round 2 should have verdicts, and was not played to its end",
        ], ExpectationCheck.Differences(expect, Sample.Events));
    }

    [Fact]
    public void Another_reason_is_told()
    {
        Assert.Equal(["the room should end with abandoned, and ended with completed"],
            ExpectationCheck.Differences(new Expectation { Reason = CloseReason.Abandoned }, Sample.Events));
    }

    [Fact]
    public void Another_digest_is_told()
    {
        Assert.Equal([$"the conversation digest should be abc, and is {ConversationDigest.Of(Sample.Events)}"],
            ExpectationCheck.Differences(new Expectation { Digest = "abc" }, Sample.Events));
    }
}
