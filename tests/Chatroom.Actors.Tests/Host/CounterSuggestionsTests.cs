namespace Chatroom.Actors.Tests;

public sealed class CounterSuggestionsTests
{
    private static readonly Catalogue Catalogue = new(
        [
            new CatalogueAction("sport", "run", []),
            new CatalogueAction("sport", "run away", []),
            new CatalogueAction("chill", "drink", ["beer", "wine"]),
            new CatalogueAction("work", "write", ["book"]),
        ],
        ["{what}?"]);

    private static readonly ValueList<string> Roster = ["Anna", "Bert", "Carl"];

    private static Suggested Beer(int round = 1) => new(0, 0, round, new Suggestion("chill", "drink", "beer", "Beer?"));

    private static Said Says(string name, string text, bool late = false) => new(0, 0, 1, name, text, late);

    private static string? Wanted(params RoomEvent[] history) => CounterSuggestions.MostWanted(Catalogue, Roster, history)?.What;

    [Fact]
    public void What_most_bots_name_is_most_wanted()
    {
        Assert.Equal("drink wine", Wanted(Beer(), Says("Anna", "Let's run!"), Says("Carl", "Rather drink wine."), Says("Bert", "Drink wine!")));
    }

    [Fact]
    public void A_bot_that_names_it_twice_counts_once()
    {
        Assert.Equal("run", Wanted(Beer(), Says("Anna", "run"), Says("Bert", "drink wine, drink wine"), Says("Bert", "drink wine")));
    }

    [Fact]
    public void Of_two_with_as_many_that_of_the_bot_higher_on_the_roster_comes_first_whoever_was_quicker()
    {
        Assert.Equal("write book", Wanted(Beer(), Says("Carl", "run"), Says("Bert", "write book")));
    }

    [Fact]
    public void Of_two_of_one_bot_the_one_higher_in_the_catalogue_comes_first()
    {
        Assert.Equal("run", Wanted(Beer(), Says("Anna", "write book or run")));
    }

    [Fact]
    public void What_was_suggested_already_is_not_wanted_again()
    {
        Assert.Null(Wanted(Beer(), Says("Anna", "Yes, drink beer!")));
    }

    [Fact]
    public void What_was_wanted_in_an_earlier_round_still_is()
    {
        Assert.Equal("run", Wanted(Beer(), Says("Anna", "run"), new Suggested(0, 0, 2, new Suggestion("chill", "drink", "wine", "")), Says("Bert", "ok")));
    }

    [Fact]
    public void Who_is_late_is_not_asked()
    {
        Assert.Null(Wanted(Beer(), Says("Anna", "run", late: true)));
    }

    [Theory]
    [InlineData("My build is still running.")]
    [InlineData("prerun")]
    [InlineData("I like wine.")]
    [InlineData("")]
    public void A_part_of_a_word_or_of_an_action_names_nothing(string text)
    {
        Assert.Null(Wanted(Beer(), Says("Anna", text)));
    }

    [Fact]
    public void A_longer_action_hides_the_shorter_one_in_it()
    {
        Assert.Equal("run away", Wanted(Beer(), Says("Anna", "I'd RUN AWAY.")));
    }
}
