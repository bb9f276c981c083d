namespace Chatroom.Actors.Tests;

public sealed class ResumeTests
{
    private static readonly ValueList<string> Two = ["Marija", "Felix"];

    private static Chat Talked()
    {
        var chat = new Chat(rounds: 2, roster: Two).Join("Marija", ticket: "ticket of Marija").Join("Felix", ticket: "ticket of Felix");
        chat.Answer("Felix").Answer("Marija").Answer("Marija").Answer("Felix").Bye("Felix").Bye("Marija");
        return chat;
    }

    /// <summary>The number of the first event that is so in short.</summary>
    private static int At(Chat chat, string happened) => chat.History.First(one => Chat.Short(one) == happened).N;

    [Theory]
    [InlineData("joined Marija", new string[0])]
    [InlineData("joined Felix", new[] { "suggested 1" })]
    [InlineData("said 1 Felix: ok", new string[0])]
    [InlineData("said 1 Marija: ok", new[] { "round 1: Marija answered, Felix answered", "suggested 2" })]
    [InlineData("round 1: Marija answered, Felix answered", new[] { "suggested 2" })]
    [InlineData("said 2 Felix: ok", new[] { "round 2: Marija answered, Felix answered" })]
    [InlineData("left Felix bye", new string[0])]
    [InlineData("left Marija bye", new[] { "closed completed" })]
    [InlineData("closed completed", new string[0])]
    public void What_had_been_decided_and_not_written_is_decided_again(string last, string[] decided)
    {
        var chat = Talked();

        Assert.Equal(decided, chat.ResumedAfter(At(chat, last)).New());
    }

    [Fact]
    public void Who_comes_back_with_its_ticket_goes_on_and_is_no_event()
    {
        var chat = Talked();
        var resumed = chat.ResumedAfter(At(chat, "said 1 Felix: ok"));

        Assert.Equal("Marija", resumed.HolderOf("ticket of Marija"));
        resumed.Return("Marija", "new").Answer("Marija");

        Assert.Equal(["said 1 Marija: ok", "round 1: Marija answered, Felix answered", "suggested 2"], resumed.New());
    }

    [Fact]
    public void Who_has_seen_more_than_was_written_is_turned_away()
    {
        var chat = Talked();
        var resumed = chat.ResumedAfter(At(chat, "said 1 Felix: ok"));

        Assert.Equal(["refused Marija other-room"], resumed.Join("Marija", "new", "ticket of Marija", lastSeen: 99).New());
    }
}
