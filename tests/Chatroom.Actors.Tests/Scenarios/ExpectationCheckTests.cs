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

    [Fact]
    public void The_same_lines_make_no_difference()
    {
        Assert.Empty(Differences(Lines.Select(ExpectedLines.One)));
    }

    [Fact]
    public void Lines_in_any_order_may_come_in_another_one()
    {
        Assert.Empty(Differences([.. Lines[..10].Select(ExpectedLines.One), new ExpectedLines([Lines[11], Lines[10]])]));
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
            "  - Host suggested sport",
            "  + Host suggested chill",
            "    Host: Let's party guys!!",
            "    Felix: \"quoted\", {braced}, hash\":\"x\"}, på øya 🎉",
            "    Marija did not answer in time.",
        ], Differences(expected.Select(ExpectedLines.One)));
    }

    [Fact]
    public void A_missing_line_is_told()
    {
        Assert.Contains("  + (nothing more came)", Differences(Lines.Append("The end.").Select(ExpectedLines.One)));
    }

    [Fact]
    public void A_line_too_many_is_told()
    {
        Assert.Contains("  - (nothing more is expected)", Differences(Lines[..^1].Select(ExpectedLines.One)));
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
