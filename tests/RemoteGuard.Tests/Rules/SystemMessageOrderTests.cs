using RemoteGuard.Rules;

namespace RemoteGuard.Tests.Rules;

/// <summary>The numbers of a peer's system messages.</summary>
public sealed class SystemMessageOrderTests
{
    [Fact]
    public void In_order_they_pass() => Assert.All(Take(0, 1, 2), outcome => Assert.Equal(Outcome.Pass, outcome));

    [Fact]
    public void Repeated_ones_pass_so_that_they_are_acknowledged_again() => Assert.All(Take(0, 1, 0, 1, 2), outcome => Assert.Equal(Outcome.Pass, outcome));

    [Fact]
    public void A_few_may_come_early_and_again() => Assert.All(Take(0, 2, 4, 2, 1, 3, 5, 4), outcome => Assert.Equal(Outcome.Pass, outcome));

    [Fact]
    public void One_long_before_its_turn_is_dropped_and_passes_when_its_turn_comes() =>
        Assert.Equal([Outcome.Pass, Outcome.Drop, Outcome.Pass], Take(0, SystemMessageOrder.MostAhead + 2, 1));

    [Fact]
    public void Of_all_peers_only_so_many_may_come_early()
    {
        var limit = new CountLimit(2);
        var (one, other) = (new SystemMessageOrder(limit), new SystemMessageOrder(limit));
        one.Take(0);
        other.Take(0);
        Assert.Equal((Outcome.Pass, Outcome.Pass), (one.Take(2).Outcome, one.Take(3).Outcome));
        Assert.Equal(Outcome.Drop, other.Take(2).Outcome);

        one.Take(1);

        Assert.Equal((Outcome.Pass, Outcome.Pass), (other.Take(2).Outcome, other.Take(3).Outcome));
        other.End();
        Assert.Equal(Outcome.Pass, one.Take(5).Outcome);
    }

    [Fact]
    public void Who_does_not_begin_at_the_beginning_has_to_go() => Assert.Equal([Outcome.Close], Take(5));

    [Fact]
    public void One_that_was_acknowledged_long_ago_is_dropped()
    {
        var order = new SystemMessageOrder(new CountLimit(100));
        for (var number = 0UL; number < 9000; number++)
            order.Take(number);

        Assert.Equal((Outcome.Drop, Outcome.Pass), (order.Take(3000).Outcome, order.Take(8500).Outcome));
    }

    private static Outcome[] Take(params ulong[] numbers)
    {
        var order = new SystemMessageOrder(new CountLimit(100));
        return [.. numbers.Select(number => order.Take(number).Outcome)];
    }
}
