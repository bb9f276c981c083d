using static Chatroom.Actors.Tests.Simulating;

namespace Chatroom.Actors.Tests;

/// <summary>What becomes of a scenario that fails; instead of a simulation, a rule says whether it does.</summary>
public sealed class ShrinkerTests
{
    private static readonly Fault Cause = new Fault.Kill(TimeSpan.FromMilliseconds(12_345), "Felix", TimeSpan.FromMilliseconds(2_345), KillEnding.Reset);

    private static readonly Scenario Failing = ScenarioFolder.Load("two-rounds") with
    {
        Seed = 7,
        Room = new RoomSettings { Rounds = 5 },
        Faults = [.. Others(10), Cause, .. Others(9)],
    };

    [Fact]
    public void Only_the_faults_that_are_needed_are_left()
    {
        var shrunk = Shrink(scenario => scenario.Faults!.OfType<Fault.Kill>().Any(kill => kill.Bot == "Felix"));

        Assert.Equal(new Fault.Kill(Second, "Felix", Second, KillEnding.Reset), Assert.Single(shrunk.Faults!) with { });
        Assert.Equal(["Felix"], shrunk.Names);
        Assert.Equal(1, shrunk.Room.Rounds);
    }

    [Fact]
    public void Nothing_is_taken_that_is_needed()
    {
        var shrunk = Shrink(scenario => scenario.Roster.Count >= 2 && scenario.Room.Rounds >= 3 && scenario.Faults!.Contains(Cause));

        Assert.Equal((2, 3), (shrunk.Roster.Count, shrunk.Room.Rounds));
        Assert.Equal([Cause], shrunk.Faults);
    }

    [Fact]
    public void No_time_becomes_nothing_since_a_file_has_none()
    {
        var shrunk = new Shrinker(scenario => scenario.Faults!.OfType<Fault.Kill>().Any(), CancellationToken.None).Shrink(
            Failing with { Faults = [new Fault.Kill(TimeSpan.FromMilliseconds(650), "Felix", TimeSpan.FromMilliseconds(70), KillEnding.Closed)] });

        Assert.Equal(new Fault.Kill(TimeSpan.FromMilliseconds(600), "Felix", TimeSpan.FromMilliseconds(70), KillEnding.Closed), Assert.Single(shrunk.Faults!));
    }

    [Fact]
    public void What_needs_no_fault_has_none() => Assert.Equal([], Shrink(_ => true).Faults);

    [Fact]
    public void With_fewer_bots_another_seed_may_be_needed()
    {
        var shrunk = Shrink(scenario => scenario.Roster.Count == Failing.Roster.Count || scenario.Seed == 10);

        Assert.Equal((10L, 1), (shrunk.Seed!.Value, shrunk.Roster.Count));
    }

    [Fact]
    public void With_fewer_faults_another_seed_may_be_needed()
    {
        var shrunk = Shrink(scenario => scenario.Faults!.Contains(Cause) && (scenario.Faults!.Count >= 3 || scenario.Seed == 10));

        Assert.Equal((1, 10), (shrunk.Faults!.Count, shrunk.Seed));
    }

    [Fact]
    public void It_ends_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var runs = 0;

        new Shrinker(_ => ++runs == 3 && Cancel(cancelled), cancelled.Token).Shrink(Failing);

        Assert.Equal(3, runs);
    }

    private static bool Cancel(CancellationTokenSource source)
    {
        source.Cancel();
        return true;
    }

    private static Scenario Shrink(Func<Scenario, bool> fails) => new Shrinker(fails, CancellationToken.None).Shrink(Failing);

    private static IEnumerable<Fault> Others(int count) => Enumerable.Range(1, count).Select(at => new Fault.Cut(at * Second, "Rateb"));
}
