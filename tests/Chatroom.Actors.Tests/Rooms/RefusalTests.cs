namespace Chatroom.Actors.Tests;

public sealed class RefusalTests
{
    private static readonly RoomState Gathering = new(new RoomSettings(), ["Felix", "Marija"]) { Phase = RoomPhase.Gathering };

    [Fact]
    public void A_room_without_a_name_to_give_is_full()
    {
        Assert.Equal(RefusalReason.RoomFull, Refusal.For(Gathering, null));
    }

    [Theory]
    [InlineData(RefusalReason.NameTaken, "Bot Felix is taken, and so are all others, please try again when the next chatroom opens.")]
    [InlineData(RefusalReason.UnknownName, "Bot Felix is not on the roster, please try again with one of Felix, Marija.")]
    [InlineData(RefusalReason.OtherRoom, "This is not the chatroom that you were in, please join it as a new one.")]
    [InlineData(RefusalReason.RoomFull, "All 2 bots are in the chatroom, please try again when the next one opens.")]
    [InlineData(RefusalReason.RoomClosed, "The chatroom takes no more bots, please try again when the next one opens.")]
    public void Each_reason_tells_what_to_do_where_no_name_is_left(RefusalReason reason, string text)
    {
        Assert.Equal(text, Refusal.Text(Gathering, "Felix", reason, []));
    }

    [Fact]
    public void A_name_that_is_taken_tells_those_that_are_left()
    {
        Assert.Equal(
            "Bot Felix is taken, please try again with another bot name: Marija.",
            Refusal.Text(Gathering, "Felix", RefusalReason.NameTaken, ["Marija"]));
    }
}
