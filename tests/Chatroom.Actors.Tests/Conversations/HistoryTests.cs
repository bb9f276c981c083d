namespace Chatroom.Actors.Tests;

public sealed class HistoryTests
{
    private static Left Event(int n) => new Left(n, 0, "Felix", Leaving.Bye);

    [Fact]
    public void Another_event_makes_another_history_and_leaves_the_first_as_it_was()
    {
        var one = new History().With(Event(1));
        var two = one.With(Event(2));

        Assert.Equal([Event(1)], one);
        Assert.Single(one);
        Assert.Equal([Event(1), Event(2)], two);
        Assert.Equal(Event(2), two[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => one[1]);
    }

    [Fact]
    public void Two_histories_may_go_on_from_one()
    {
        var one = new History().With(Event(1));
        var (two, three) = (one.With(Event(2)), one.With(Event(3)));

        Assert.Equal([Event(1), Event(2), Event(4)], two.With(Event(4)));
        Assert.Equal([Event(1), Event(3)], three);
    }
}
