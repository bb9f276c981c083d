namespace Akka.Remote.Tests.Internals;

public sealed class ByteBudgetTests
{
    private readonly ByteBudget _budget = new(100_000);

    [Fact]
    public void No_more_can_be_taken_than_there_is_and_what_is_refused_costs_nothing()
    {
        Assert.True(_budget.TryTake(60_000));
        Assert.False(_budget.TryTake(60_000));
        Assert.True(_budget.TryTake(30_000));
    }

    [Fact]
    public void What_is_given_back_can_be_taken_again()
    {
        Assert.True(_budget.TryTake(40_000));
        Assert.True(_budget.TryTake(50_000));

        _budget.Return(2, 90_000);

        Assert.Equal(0, _budget.Taken);
        Assert.True(_budget.TryTake(90_000));
    }

    [Fact]
    public void Many_messages_without_content_have_an_end()
    {
        var taken = 0;
        while (_budget.TryTake(0))
            taken++;

        Assert.InRange(taken, 1, 1_000);
    }

    [Fact]
    public void Many_threads_take_no_more_and_give_back_all()
    {
        Parallel.For(0, 1_000, _ =>
        {
            if (_budget.TryTake(20_000))
                _budget.Return(1, 20_000);
        });

        Assert.Equal(0, _budget.Taken);
    }
}
