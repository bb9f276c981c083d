namespace Chatroom.Actors.Tests;

public sealed class GatheringTests
{
    [Fact]
    public void The_first_event_is_number_one_at_time_zero()
    {
        Assert.Equal(new Opened(1, 0, "chatroom", "test", 7, Chat.Four, 1), new Chat().History[0]);
    }

    [Fact]
    public void Opening_twice_changes_nothing()
    {
        Assert.Empty(new Chat().Do(new RoomCommand.Open("again", 8)).New());
    }

    [Fact]
    public void Whoever_is_on_the_roster_is_let_in()
    {
        Assert.Equal(["joined Felix"], new Chat().Join("Felix").New());
    }

    [Fact]
    public void A_join_notes_where_it_came_from_and_when()
    {
        var chat = new Chat { T = 250 };

        chat.Join("Felix");

        Assert.Equal(new Joined(2, 250, "Felix", "127.0.0.1:4711"), chat.History[^1]);
    }

    [Fact]
    public void A_name_in_use_is_refused_and_the_first_one_stays()
    {
        var chat = new Chat().Join("Felix").Join("Felix", "another");

        Assert.Equal(["joined Felix", "refused Felix name-taken"], chat.New());
        Assert.Equal("Felix", chat.NameOf("from Felix"));
        Assert.Null(chat.NameOf("another"));
    }

    [Fact]
    public void A_refusal_notes_its_number_where_it_came_from_and_when()
    {
        var chat = new Chat().Join("Felix");
        chat.T = 250;

        chat.Join("Felix", "another");

        var refused = Assert.IsType<Refused>(chat.History[^1]);
        Assert.Equal((3, 250, "127.0.0.1:4711"), (refused.N, refused.T, refused.From));
    }

    [Fact]
    public void A_second_duplicate_is_refused_like_the_first()
    {
        var chat = new Chat().Join("Felix").Join("Felix", "another").Join("Felix", "third");

        Assert.Equal(["joined Felix", "refused Felix name-taken", "refused Felix name-taken"], chat.New());
    }

    [Fact]
    public void A_refused_name_is_told_which_are_free()
    {
        var chat = new Chat().Join("Felix").Join("Felix", "another");

        Assert.Equal("Bot Felix is taken, please try again with another bot name: Marija, Madelen, Rateb.", Assert.IsType<Refused>(chat.History[^1]).Text);
    }

    [Fact]
    public void A_name_that_is_not_on_the_roster_is_refused_and_told_which_are()
    {
        var chat = new Chat().Join("Zed");

        Assert.Equal(["refused Zed unknown-name"], chat.New());
        Assert.EndsWith("one of Marija, Felix, Madelen, Rateb.", Assert.IsType<Refused>(chat.History[^1]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b1", "Bot b1 is taken, please try again with another bot name: b2, b3, ")]
    [InlineData("Zed", "Bot Zed is not on the roster, please try again with one of b1, b2, b3, ")]
    public void Of_many_names_a_refusal_tells_only_the_first(string name, string beginning)
    {
        var chat = new Chat(roster: Enumerable.Range(1, 1000).Select(number => $"b{number}").ToValueList()).Join("b1").Join(name, "another");

        var text = Assert.IsType<Refused>(chat.History[^1]).Text;
        Assert.StartsWith(beginning, text, StringComparison.Ordinal);
        Assert.Matches(@", b3[01] and 9[67]\d more\.$", text);
    }

    [Fact]
    public void A_refused_name_with_control_characters_is_cleaned()
    {
        var chat = new Chat().Join("Z\u001b[2Jed");

        Assert.Equal("Z [2Jed", Assert.IsType<Refused>(chat.History[^1]).Name);
    }

    [Fact]
    public void A_refusal_is_no_longer_than_an_answer_may_be()
    {
        var chat = new Chat().Join(new string('z', ChatText.MaxText));

        Assert.Equal(ChatText.MaxText, Assert.IsType<Refused>(chat.History[^1]).Text.Length);
    }

    [Fact]
    public void Who_has_no_wish_gets_the_first_free_name_of_the_roster()
    {
        Assert.Equal(["joined Marija", "joined Felix", "joined Madelen"], new Chat().Join("Marija").Join(null, "a").Join(null, "b").New());
    }

    [Fact]
    public void Who_dies_while_gathering_frees_its_name()
    {
        var chat = new Chat().Join("Felix").Lost("Felix").Join("Felix", "another");

        Assert.Equal(["joined Felix", "left Felix crashed", "joined Felix"], chat.New());
        Assert.Equal("Felix", chat.NameOf("another"));
        Assert.Null(chat.NameOf("from Felix"));
    }

    [Fact]
    public void The_name_of_one_who_died_while_gathering_is_missing_again()
    {
        var chat = new Chat(roster: ["Marija", "Felix"]).Join("Marija").Lost("Marija").Join("Felix");

        Assert.Equal(["joined Marija", "left Marija crashed", "joined Felix"], chat.New());
        Assert.Equal(["Marija"], chat.State.Missing);
    }

    [Fact]
    public void Who_leaves_while_gathering_frees_its_name()
    {
        Assert.Equal(["joined Felix", "left Felix bye", "joined Felix"], new Chat().Join("Felix").Bye("Felix").Join("Felix", "another").New());
    }

    [Fact]
    public void The_room_says_who_is_missing_in_the_rosters_order()
    {
        Assert.Equal(["Marija", "Rateb"], new Chat().Join("Madelen").Join("Felix").State.Missing);
    }

    [Fact]
    public void The_first_suggestion_comes_with_the_last_join()
    {
        var chat = new Chat(roster: ["Marija", "Felix"]).Join("Felix").Join("Marija");

        Assert.Equal(["joined Felix", "joined Marija", "suggested 1"], chat.New());
    }

    [Fact]
    public void An_answer_before_the_first_suggestion_is_dropped()
    {
        Assert.Equal(["joined Felix"], new Chat().Join("Felix").Answer("Felix").New());
    }

    [Fact]
    public void A_room_that_never_fills_stops_who_came_and_closes()
    {
        var chat = new Chat().Join("Rateb").Join("Marija").Do(new RoomCommand.JoinTimeout());

        Assert.Equal(["joined Rateb", "joined Marija", "left Marija stopped", "left Rateb stopped", "closed join-timeout"], chat.New());
    }

    [Fact]
    public void A_join_timeout_after_gathering_changes_nothing()
    {
        Assert.Empty(Chat.Talking().Do(new RoomCommand.JoinTimeout()).New());
    }

    [Theory]
    [InlineData("José", "Jose\u0301")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("각", "\u1100\u1161\u11A8")]
    public void Who_types_its_name_in_other_code_points_comes_in_as_the_roster_spells_it(string spelled, string typed)
    {
        var chat = new Chat(roster: [spelled, "Felix"]).Join(typed, "a").Join(typed, "b");

        Assert.Equal([$"joined {spelled}", $"refused {spelled} name-taken"], chat.New());
    }

    [Theory]
    [InlineData("Capa", "Сара", "Bot Сара (U+0421 U+0430 U+0440 U+0430) is not on the roster, and Capa is another, please try again with one of Capa.")]
    [InlineData("Felix", "felix", "Bot felix is not on the roster, and Felix is another, please try again with one of Felix.")]
    [InlineData("Felix", "Zed", "Bot Zed is not on the roster, please try again with one of Felix.")]
    public void Who_only_looks_like_one_on_the_roster_is_told_the_difference(string name, string wanted, string text) =>
        Assert.Equal(text, Assert.IsType<Refused>(new Chat(roster: [name]).Join(wanted).History[^1]).Text);
}
