using ActorSimulation;

namespace Chatroom.Actors.Tests;

public sealed class FaultPlanTests
{
    private static readonly string[] Bots = ["Felix", "Rateb"];

    private static readonly TimeSpan Until = TimeSpan.FromMinutes(2);

    [Fact]
    public void The_same_chance_draws_the_same_faults() =>
        Assert.Equal(FaultPlan.Heavy.Draw(new Chance(1), Bots, Until), FaultPlan.Heavy.Draw(new Chance(1), Bots, Until));

    [Fact]
    public void Faults_come_in_order_and_begin_in_time()
    {
        var plans = Enumerable.Range(1, 100).Select(seed => FaultPlan.Heavy.Draw(new Chance((ulong)seed), Bots, Until)).ToList();

        Assert.All(plans, plan => Assert.Equal(plan.OrderBy(fault => fault.At), plan));
        Assert.All(plans.SelectMany(plan => plan), fault => Assert.InRange(fault.At, TimeSpan.FromTicks(1), Until));
    }

    [Fact]
    public void Every_kind_is_drawn_and_few_runs_have_all_of_them()
    {
        var plans = Enumerable.Range(1, 100).Select(seed => FaultPlan.Heavy.Draw(new Chance((ulong)seed), Bots, Until)).ToList();

        Assert.Equal(FaultPlan.AllKinds.Order(StringComparer.Ordinal), plans.SelectMany(plan => plan).Select(FaultPlan.KindOf).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(plans, plan => plan.Select(FaultPlan.KindOf).Distinct().Count() is 1 or 2);
    }

    [Fact]
    public void Only_the_kinds_that_are_asked_for_are_drawn()
    {
        var plan = FaultPlan.Heavy with { Kinds = ["kill-seed"] };

        Assert.All(plan.Draw(new Chance(1), Bots, Until), fault => Assert.Equal("kill-seed", FaultPlan.KindOf(fault)));
        Assert.NotEmpty(plan.Draw(new Chance(1), Bots, Until));
        Assert.Empty(FaultPlan.None.Draw(new Chance(1), Bots, Until));
    }
}
