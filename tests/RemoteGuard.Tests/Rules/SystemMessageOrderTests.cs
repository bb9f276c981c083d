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
    public void One_before_its_turn_is_dropped_and_passes_when_it_comes_again() =>
        Assert.Equal([Outcome.Pass, Outcome.Drop, Outcome.Pass, Outcome.Pass], Take(0, 2, 1, 2));

    [Fact]
    public void Who_does_not_begin_at_the_beginning_has_to_go() => Assert.Equal([Outcome.Close], Take(5));

    [Fact]
    public void One_that_was_acknowledged_long_ago_is_dropped()
    {
        var order = new SystemMessageOrder();
        for (var number = 0UL; number < 5000; number++)
            order.Take(number);

        Assert.Equal((Outcome.Drop, Outcome.Pass), (order.Take(3000).Outcome, order.Take(4500).Outcome));
    }

    private static Outcome[] Take(params ulong[] numbers)
    {
        var order = new SystemMessageOrder();
        return [.. numbers.Select(number => order.Take(number).Outcome)];
    }
}
