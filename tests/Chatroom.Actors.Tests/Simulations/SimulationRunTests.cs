using static Chatroom.Actors.Tests.Simulating;

namespace Chatroom.Actors.Tests;

/// <summary>Conversations across simulated nodes.</summary>
public sealed class SimulationRunTests
{
    private static readonly SimulationSetup Default = Setup("default");

    private static readonly SimulationSetup Long = Setup("default", new RoomSettings { Rounds = 1000, ReplyTimeout = 8 * Second, StopAfter = 190 * Second });

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_goes_wrong_every_property_holds_for_two_hundred_seconds(int seed) =>
        Assert.Equal("", Failure(SimulationRun.Play(Long, seed, FaultPlan.Heavy)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_seed_gives_the_same_run(int seed)
    {
        var (one, other) = (SimulationRun.Play(Long, seed, FaultPlan.Heavy), SimulationRun.Play(Long, seed, FaultPlan.Heavy));

        Assert.Equal((one.TraceHash, one.WireHash, one.Transcript), (other.TraceHash, other.WireHash, other.Transcript));
    }

    [Fact]
    public void Without_faults_everybody_takes_part_and_leaves_in_order()
    {
        var outcome = SimulationRun.Play(Default, seed: 1, faults: []);

        Assert.Equal("", Failure(outcome));
        Assert.All(outcome.Lives, life => Assert.Equal(new BotNews.Ended(Leaving.Bye), life.Ending));
        Assert.Equal(CloseReason.Completed, Assert.IsType<Closed>(outcome.Events[^1]).Reason);
    }

    [Fact]
    public void A_killed_seed_node_goes_on_with_its_conversation()
    {
        var outcome = SimulationRun.Play(Long, seed: 1, [new Fault.Kill(20 * Second, null, 5 * Second, KillEnding.Reset)]);

        Assert.Equal("", Failure(outcome));
        Assert.Equal(1, outcome.Resumed);
        Assert.All(outcome.Lives, life => Assert.Equal(1, life.Returned));
    }

    [Fact]
    public void A_killed_bot_is_noted_as_crashed_when_its_patience_is_over()
    {
        var outcome = SimulationRun.Play(Long, seed: 1, [new Fault.Kill(20 * Second, "Felix", null, KillEnding.Silent)]);

        Assert.Equal("", Failure(outcome));
        Assert.Equal(Leaving.Crashed, Assert.Single(outcome.Events.OfType<Left>(), left => left.Name == "Felix").How);
        Assert.True(LifeOf("Felix", outcome).IsKilled);
    }

    // The Join arrives and the Welcome does not, until the room's node has taken the bot's for dead.
    [Fact]
    public void A_bot_whose_room_lets_it_in_and_is_not_heard_begins_anew_from_another_system()
    {
        var joined = SimulationRun.Play(Long, seed: 1, faults: []).Events.OfType<Joined>().Single(its => its.Name == "Felix");
        var outcomes = Enumerable.Range(-10, 20).Select(step => TimeSpan.FromMilliseconds(joined.T + (step * 0.2)))
            .Select(at => SimulationRun.Play(Long, seed: 1, [new Fault.Block(at, "Felix", 12 * Second, FaultWay.ToBot)])).ToList();

        Assert.All(outcomes, outcome => Assert.Equal("", Failure(outcome)));
        var unheard = outcomes.Where(outcome => outcome.Events.Contains(joined) && LifeOf("Felix", outcome) is { Systems: > 1, Returned: 0 }).ToList();
        Assert.NotEmpty(unheard);
        Assert.All(unheard, outcome => Assert.Equal(new BotNews.Ended(Leaving.Bye), LifeOf("Felix", outcome).Ending));
    }

    [Fact]
    public void A_bot_that_is_stopped_for_a_while_is_not_missed()
    {
        var outcome = SimulationRun.Play(Long, seed: 1, [new Fault.Pause(20 * Second, "Felix", 15 * Second)]);

        Assert.Equal("", Failure(outcome));
        Assert.DoesNotContain(outcome.Events, happened => happened is Left { How: Leaving.Crashed });
    }

    private static BotLife LifeOf(string bot, SimulationOutcome outcome) => outcome.Lives.Single(life => life.Name == bot);
}
