namespace Chatroom.Actors.Tests;

public sealed class PersonaMindTests
{
    private static readonly Catalogue Sports = new([new CatalogueAction("sport", "play", ["football", "tennis"]), new CatalogueAction("sport", "run", [])], ["{what}?"]);
    private static readonly Suggestion Oslo = new("chill", "travel to", "Oslo", "Oslo?");
    private static readonly Suggestion Tennis = new("sport", "play", "tennis", "Tennis?");

    private static Persona Madelen(string reply) => new("Madelen", "sporty", "sport",
    [
        new StanceReplies(Stance.Keen, 1, 0, ["Yes!"]),
        new StanceReplies(Stance.Willing, 0, 0, []),
        new StanceReplies(Stance.Declining, 0, 0, []),
        new StanceReplies(Stance.Countering, 0, 1, [reply]),
    ]);

    private static string? Reply(Persona persona, Suggestion suggestion, long seed = 1, int round = 1) =>
        new PersonaMind([persona], Sports).Reply(new Prompt(seed, persona.Name, round, suggestion));

    [Fact]
    public void The_stance_depends_on_the_interest()
    {
        Assert.Equal("Yes!", Reply(Madelen("No."), Tennis));
        Assert.Equal("No.", Reply(Madelen("No."), Oslo));
    }

    [Fact]
    public void Who_has_no_words_stays_silent() => Assert.Null(Reply(Persona.WithoutWords("Zed"), Oslo));

    [Fact]
    public void A_reply_may_name_what_was_suggested()
    {
        Assert.Equal("travel to Oslo?", Reply(Madelen("{what}?"), Oslo));
    }

    [Fact]
    public void A_counter_suggestion_is_of_its_own_interest()
    {
        var replies = Enumerable.Range(0, 50).Select(seed => Reply(Madelen("{other}"), Oslo, seed)).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["play football", "play tennis", "run"], replies);
    }

    [Fact]
    public void What_a_prompt_gets_is_pinned()
    {
        Assert.Equal(
            ["play tennis", "run", "play tennis", "run", "play tennis"],
            Enumerable.Range(1, 5).Select(round => Reply(Madelen("{other}"), Oslo, 3, round)));
    }

    [Fact]
    public void It_is_the_persona_that_has_the_name_of_the_bot()
    {
        var mind = new PersonaMind([Madelen("No."), Madelen("Well.") with { Name = "Rateb" }], Sports);

        Assert.Equal("No.", mind.Reply(new Prompt(1, "Madelen", 1, Oslo)));
        Assert.Equal("Well.", mind.Reply(new Prompt(1, "Rateb", 1, Oslo)));
    }

    [Fact]
    public void For_a_name_without_a_persona_it_is_silent_at_once()
    {
        var mind = new PersonaMind([Madelen("No.")], Sports);

        Assert.Null(mind.Reply(new Prompt(1, "Zed", 1, Oslo)));
        Assert.Equal(TimeSpan.Zero, mind.ThinkTime(new Prompt(1, "Zed", 1, Oslo)));
    }

    [Theory]
    [InlineData("{name}: {action}, {subject} and {what}", "Madelen: travel to, Oslo and travel to Oslo")]
    [InlineData("{unknown} {what", "{unknown} {what")]
    public void A_reply_may_hold_parts_of_what_was_suggested_and_the_own_name(string reply, string said)
    {
        Assert.Equal(said, Reply(Madelen(reply), Oslo));
    }

    [Fact]
    public void The_subject_of_an_action_that_says_it_all_is_the_action()
    {
        Assert.Equal("party, party", Reply(Madelen("{subject}, {action}"), new Suggestion("chill", "party", null, "Party?")));
    }

    [Fact]
    public void A_counter_suggestion_has_two_names()
    {
        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal(Reply(Madelen("{other}"), Oslo, seed), Reply(Madelen("{counter}"), Oslo, seed)));
    }

    [Fact]
    public void What_is_filled_in_is_not_looked_through_again()
    {
        Assert.Equal("{name} {what}", Reply(Madelen("{what}"), new Suggestion("chill", "{name}", "{what}", "?")));
    }

    [Fact]
    public void It_thinks_from_min_to_max()
    {
        var times = Enumerable.Range(0, 300).Select(seed => ThinkTime(100, 103, seed)).Distinct().Order();

        Assert.Equal([100, 101, 102, 103], times);
    }

    [Fact]
    public void How_long_it_thinks_is_pinned()
    {
        Assert.Equal([5325, 8606, 18, 6594, 1427], Enumerable.Range(0, 5).Select(seed => ThinkTime(0, 10_000, seed)));
    }

    [Fact]
    public void It_says_the_same_however_long_it_thinks()
    {
        var hasty = Madelen("{other}");
        var slow = hasty with { Think = new ThinkTimes(TimeSpan.Zero, TimeSpan.FromSeconds(10)) };

        for (var seed = 0; seed < 20; seed++)
        {
            Assert.Equal(Reply(hasty, Oslo, seed), Reply(slow, Oslo, seed));
        }
    }

    [Fact]
    public void Without_a_time_it_answers_at_once()
    {
        Assert.Equal(0, ThinkTime(0, 0, 1));
    }

    private static double ThinkTime(int min, int max, long seed)
    {
        var persona = Madelen("No.") with { Think = new ThinkTimes(TimeSpan.FromMilliseconds(min), TimeSpan.FromMilliseconds(max)) };
        return new PersonaMind([persona], Sports).ThinkTime(new Prompt(seed, persona.Name, 1, Oslo)).TotalMilliseconds;
    }
}
