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
}
