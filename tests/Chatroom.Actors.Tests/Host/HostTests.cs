namespace Chatroom.Actors.Tests;

public sealed class HostTests
{
    private static readonly Catalogue Catalogue = new(
        [new CatalogueAction("chill", "drink", ["beer", "wine"]), new CatalogueAction("sport", "run", [])],
        ["Do you guys want to {what}?", "Let's {what} guys!!"]);

    private static Scenario Scenario(SuggestionSource next, params Suggestion[] script) => new("test", [], Catalogue)
    {
        Room = new RoomSettings { Next = next },
        Suggestions = ValueList.Create(script.AsSpan()),
    };

    [Fact]
    public void What_a_seed_gives_in_each_round_is_pinned()
    {
        Assert.Equal(
            ["Let's run guys!!", "Do you guys want to run?", "Let's run guys!!", "Do you guys want to run?", "Do you guys want to run?"],
            Enumerable.Range(1, 5).Select(round => Host.Suggest(Scenario(SuggestionSource.Catalogue), 5, round, []).Text));
    }

    [Fact]
    public void Everything_in_the_catalogue_is_suggested_some_day_in_both_forms()
    {
        var texts = Enumerable.Range(0, 200).Select(seed => Host.Suggest(Scenario(SuggestionSource.Catalogue), seed, 1, []).Text).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
        [
            "Do you guys want to drink beer?", "Do you guys want to drink wine?", "Do you guys want to run?",
            "Let's drink beer guys!!", "Let's drink wine guys!!", "Let's run guys!!",
        ], texts);
    }

    [Fact]
    public void A_script_is_followed_and_starts_again_when_it_is_through()
    {
        var (one, two) = (new Suggestion("chill", "party", null, "one"), new Suggestion("chill", "party", null, "two"));
        var scenario = Scenario(SuggestionSource.Script, one, two);

        Assert.Equal([one, two, one], Enumerable.Range(1, 3).Select(round => Host.Suggest(scenario, 1, round, [])));
    }

    [Fact]
    public void What_the_bots_want_is_asked_by_one_of_the_questions()
    {
        var scenario = Scenario(SuggestionSource.Counter) with { Roster = [Persona.WithoutWords("Anna")] };
        RoomEvent[] history = [new Suggested(1, 0, 1, new Suggestion("sport", "run", null, "")), new Said(2, 0, 1, "Anna", "drink wine?", false)];

        var suggestion = Host.Suggest(scenario, 1, 2, history);

        Assert.Equal(("chill", "drink", "wine"), (suggestion.Category, suggestion.Action, suggestion.Subject));
        Assert.Contains(suggestion.Text, new[] { "Do you guys want to drink wine?", "Let's drink wine guys!!" });
    }

    [Fact]
    public void As_long_as_nobody_wants_anything_the_catalogue_is_drawn_from()
    {
        Assert.Equal(Host.Suggest(Scenario(SuggestionSource.Catalogue), 5, 2, []), Host.Suggest(Scenario(SuggestionSource.Counter), 5, 2, []));
    }
}
