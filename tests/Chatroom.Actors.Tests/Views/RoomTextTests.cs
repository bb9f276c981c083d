using System.Diagnostics;

namespace Chatroom.Actors.Tests;

public sealed class RoomTextTests
{
    private static readonly Opened Opening = new(1, 0, "chatroom", "test", 1, ["Marija", "Felix"], 1);

    private static IReadOnlyList<string> Lines(bool addresses, params RoomEvent[] events) => RoomText.Lines([Opening, .. events], addresses);

    [Fact]
    public void A_join_tells_where_from_and_how_many_are_awaited()
    {
        Assert.Equal(
            ["New connection from ('127.0.0.1', 61308) Marija has joined the chatroom", "Waiting for 1 client(s) to join the chat."],
            Lines(true, new Joined(2, 0, "Marija", "127.0.0.1:61308")));
    }

    [Fact]
    public void A_join_can_be_told_without_its_address()
    {
        Assert.Equal("Marija has joined the chatroom", Lines(false, new Joined(2, 0, "Marija", "127.0.0.1:61308"))[0]);
    }

    [Fact]
    public void A_bot_of_the_same_process_came_from_here()
    {
        Assert.Equal("New connection from (local) Marija has joined the chatroom", Lines(true, new Joined(2, 0, "Marija", "local"))[0]);
    }

    [Fact]
    public void The_last_join_waits_for_nobody()
    {
        Assert.Equal("Felix has joined the chatroom", Lines(false, new Joined(2, 0, "Marija", "local"), new Joined(3, 0, "Felix", "local"))[^1]);
    }

    [Fact]
    public void A_crash_while_gathering_is_awaited_again()
    {
        Assert.Equal(
            ["Marija crashed and is out of the chatroom.", "Waiting for 2 client(s) to join the chat."],
            Lines(false, new Joined(2, 0, "Marija", "local"), new Left(3, 0, "Marija", Leaving.Crashed)).Skip(2));
    }

    [Fact]
    public void A_suggestion_is_two_lines()
    {
        var suggestion = new Suggestion("chill", "travel to", "Oslo", "Do you guys want to travel to Oslo?");

        Assert.Equal(["Host suggested chill", "Host: Do you guys want to travel to Oslo?"], Lines(false, new Suggested(2, 0, 1, suggestion)));
    }

    [Theory]
    [InlineData(false, "Marija: I can't join!")]
    [InlineData(true, "Marija (late): I can't join!")]
    public void An_answer_is_told_with_its_speaker(bool late, string line)
    {
        Assert.Equal([line], Lines(false, new Said(2, 0, 1, "Marija", "I can't join!", late)));
    }

    [Fact]
    public void A_closed_round_tells_who_did_not_answer()
    {
        Assert.Equal(["Felix did not answer in time."], Lines(false, new RoundClosed(2, 0, 1,
            [new ParticipantVerdict("Marija", Verdict.Answered), new ParticipantVerdict("Felix", Verdict.Silent)])));
    }

    [Fact]
    public void An_end_that_nobody_came_to_tells_who_is_missing()
    {
        Assert.Equal(["The chatroom is closed: Marija, Felix did not join in time."], Lines(false, new Closed(2, 0, CloseReason.JoinTimeout)));
    }

    [Fact]
    public void A_completed_conversation_ends_with_who_left()
    {
        Assert.Empty(Lines(false, new Closed(2, 0, CloseReason.Completed)));
    }

    [Fact]
    public void Every_event_has_its_lines()
    {
        Kinds.AllAmong(Sample.OneOfEach);
        Assert.All(Sample.OneOfEach, happened => Lines(true, happened));
    }

    [Fact]
    public void Every_way_to_go_and_every_end_has_its_lines()
    {
        Assert.All(Enum.GetValues<Leaving>(), how => Lines(true, new Left(2, 0, "Felix", how)));
        Assert.All(Enum.GetValues<CloseReason>(), reason => Lines(true, new Closed(2, 0, reason)));
    }

    [Fact]
    public void An_event_that_was_forgotten_is_not_dropped()
    {
        Assert.Throws<UnreachableException>(() => Lines(true, new UnknownEvent()));
    }
}
