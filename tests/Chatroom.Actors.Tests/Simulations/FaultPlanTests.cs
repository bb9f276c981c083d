using ActorSimulation;

namespace Chatroom.Actors.Tests;

public sealed class FaultPlanTests
{
    private static readonly string[] Bots = ["Felix", "Rateb"];

    private static readonly TimeSpan Until = TimeSpan.FromMinutes(2);

    [Fact]
    public void The_same_chance_draws_the_same_faults() =>
        Assert.Equal(FaultPlan.Draw(new Chance(1), Bots, Until), FaultPlan.Draw(new Chance(1), Bots, Until));

    [Fact]
    public void Faults_come_in_order_and_begin_in_time()
    {
        var plans = Enumerable.Range(1, 100).Select(seed => FaultPlan.Draw(new Chance((ulong)seed), Bots, Until)).ToList();

        Assert.All(plans, plan => Assert.Equal(plan.OrderBy(fault => fault.At), plan));
        Assert.All(plans.SelectMany(plan => plan), fault => Assert.InRange(fault.At, TimeSpan.FromTicks(1), Until));
    }

    [Fact]
    public void Every_kind_of_fault_is_drawn_and_no_run_has_all_of_them()
    {
        var plans = Enumerable.Range(1, 100).Select(seed => FaultPlan.Draw(new Chance((ulong)seed), Bots, Until)).ToList();
        var kinds = typeof(Fault).GetNestedTypes();

        Assert.Equal(kinds.Order(ByName), plans.SelectMany(plan => plan).Select(fault => fault.GetType()).Distinct().Order(ByName));
        Assert.Contains(plans, plan => plan.Select(fault => fault.GetType()).Distinct().Count() is > 0 and < 3);
    }

    private static Comparer<Type> ByName => Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));
}
