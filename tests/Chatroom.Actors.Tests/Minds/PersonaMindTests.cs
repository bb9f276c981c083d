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

    private static string Reply(Persona persona, Suggestion suggestion, long seed = 1, int round = 1) =>
        new PersonaMind(persona, Sports).Reply(new Prompt(seed, persona.Name, round, suggestion));

    [Fact]
    public void The_stance_depends_on_the_interest()
    {
        Assert.Equal("Yes!", Reply(Madelen("No."), Tennis));
        Assert.Equal("No.", Reply(Madelen("No."), Oslo));
    }

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
    public void The_same_prompt_gets_the_same_reply()
    {
        for (var round = 1; round <= 20; round++)
        {
            Assert.Equal(Reply(Madelen("{other}"), Oslo, 3, round), Reply(Madelen("{other}"), Oslo, 3, round));
        }
    }

    [Fact]
    public void Another_round_may_get_another_reply()
    {
        Assert.True(Enumerable.Range(1, 30).Select(round => Reply(Madelen("{other}"), Oslo, 3, round)).Distinct().Count() > 1);
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
    public void The_same_prompt_takes_the_same_time_and_gets_the_same_reply_as_without()
    {
        var hasty = Madelen("{other}");
        var slow = hasty with { Think = new ThinkTimes(TimeSpan.Zero, TimeSpan.FromSeconds(10)) };

        for (var seed = 0; seed < 20; seed++)
        {
            Assert.Equal(ThinkTime(0, 10_000, seed), ThinkTime(0, 10_000, seed));
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
        return new PersonaMind(persona, Sports).ThinkTime(new Prompt(seed, persona.Name, 1, Oslo)).TotalMilliseconds;
    }
}
