using BotNode.Seeds;
using Chatroom.Actors;

namespace BotNode.Tests.Seeds;

public sealed class SeedPlanTests
{
    [Fact]
    public void A_conversation_that_is_given_no_seed_draws_one()
    {
        var drawn = 0L;
        long Draw() => ++drawn;
        var plan = new SeedPlan(Of(seed: null), [], 2, null, null);

        Assert.Equal(1, plan.ScenarioOf(null, 1, Draw).Seed);
        Assert.Equal(2, plan.ScenarioOf(null, 2, Draw).Seed);
    }

    [Fact]
    public void A_given_seed_is_that_of_the_first_conversation_of_a_room_that_is_alone_and_the_others_come_from_it()
    {
        var alone = new SeedPlan(Of(seed: 7), [], 2, null, null);
        var several = new SeedPlan(Of(seed: 7), ["red", "blue"], 2, null, null);

        Assert.Equal(7, alone.ScenarioOf(null, 1, NoSeed).Seed);
        Assert.Equal(
            5,
            new[]
            {
                alone.ScenarioOf(null, 2, NoSeed).Seed, several.ScenarioOf("red", 1, NoSeed).Seed, several.ScenarioOf("red", 2, NoSeed).Seed,
                several.ScenarioOf("blue", 1, NoSeed).Seed, several.ScenarioOf("blue", 2, NoSeed).Seed,
            }.Where(seed => seed != 7).Distinct().Count());
        Assert.Equal(several.ScenarioOf("red", 2, NoSeed).Seed, several.ScenarioOf("red", 2, NoSeed).Seed);
    }

    [Fact]
    public void A_script_and_an_expectation_that_are_not_heeded_are_told()
    {
        var step = new ScriptStep.Silent("Felix");

        Assert.Null(UnheededOf(Of(7)));
        Assert.Null(UnheededOf(Of(7) with { Expect = new Expectation { Reason = CloseReason.Completed } }));
        Assert.Equal("A seed node does not play the script of test; botnode run does.", UnheededOf(Of(7) with { Script = [step] }));
        Assert.Equal(
            "Of what test expects, a seed node checks only the reason; botnode run checks all of it.",
            UnheededOf(Of(7) with { Expect = new Expectation { Digest = "0" } }));
        Assert.Equal(
            "A seed node does not play the script of test, and of what it expects checks only the reason; botnode run does both.",
            UnheededOf(Of(7) with { Script = [step], Expect = new Expectation { Lines = [] } }));
    }

    private static string? UnheededOf(Scenario scenario) => new SeedPlan(scenario, [], 1, null, null).Unheeded;

    private static long NoSeed() => throw new InvalidOperationException("A seed is given, none is drawn.");

    private static Scenario Of(long? seed) => new("test", [Persona.WithoutWords("Felix")], Catalogue.Empty) { Seed = seed };
}
