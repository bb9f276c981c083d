namespace Chatroom.Actors.Tests;

public sealed class ClosingTests
{
    [Fact]
    public void The_room_closes_when_the_last_one_has_said_bye()
    {
        var chat = Chat.Over().Bye("Rateb").Bye("Felix").Bye("Madelen").Bye("Marija");

        Assert.Equal(["left Rateb bye", "left Felix bye", "left Madelen bye", "left Marija bye", "closed completed"], chat.New());
    }

    [Fact]
    public void A_second_bye_is_dropped()
    {
        Assert.Equal(["left Rateb bye"], Chat.Over().Bye("Rateb").Bye("Rateb").New());
    }

    [Fact]
    public void Who_dies_while_closing_is_noted_and_does_not_hold_the_room()
    {
        var chat = Chat.Over().Bye("Rateb").Lost("Felix").Bye("Madelen").Bye("Marija");

        Assert.Equal(["left Rateb bye", "left Felix crashed", "left Madelen bye", "left Marija bye", "closed completed"], chat.New());
    }

    [Fact]
    public void Who_does_not_go_is_stopped_in_the_rosters_order()
    {
        var chat = Chat.Over().Bye("Felix").Bye("Madelen").Do(new RoomCommand.ClosingTimeout());

        Assert.Equal(["left Felix bye", "left Madelen bye", "left Marija stopped", "left Rateb stopped", "closed completed"], chat.New());
    }

    [Fact]
    public void Nobody_gets_in_any_more()
    {
        Assert.Equal(["refused Zed room-closed"], Chat.Over().Join("Zed").New());
    }

    [Fact]
    public void Nothing_happens_after_the_end()
    {
        var chat = Chat.Over().Do(new RoomCommand.ClosingTimeout());
        chat.New();

        chat.Join("Zed").Bye("Rateb").Answer("Rateb", "x", 1).Lost("Rateb").Do(new RoomCommand.ClosingTimeout()).Do(new RoomCommand.Stop());

        Assert.Empty(chat.New());
    }

    [Fact]
    public void A_closing_timeout_before_the_end_changes_nothing()
    {
        Assert.Empty(Chat.Talking().Do(new RoomCommand.ClosingTimeout()).New());
    }
}
