using RemoteGuard.Limits;

namespace RemoteGuard.Tests.Limits;

/// <summary>What may be left in the queues of connections.</summary>
public sealed class BacklogTests
{
    private const int Step = BacklogLimit.CountStep;

    private readonly TestClock _time = new();
    private readonly BacklogLimit _limit = new(perPeer: 20 * Step, all: 30 * Step);

    [Fact]
    public void What_was_answered_is_not_in_the_queue()
    {
        var backlog = new Backlog(_limit, _time);
        Grow(backlog, 3);
        Assert.True(backlog.TryAsk(out var position));
        Grow(backlog, 2);

        backlog.Answer(position);

        Assert.Equal(2 * Step, backlog.Length);
        Assert.Equal(2 * Step, _limit.All);
    }

    [Fact]
    public void One_question_at_a_time()
    {
        var backlog = new Backlog(_limit, _time);
        Grow(backlog, 1);

        Assert.True(backlog.TryAsk(out var position));
        Assert.False(backlog.TryAsk(out _));
        backlog.Answer(position);
        Assert.False(backlog.TryAsk(out _));
    }

    [Fact]
    public void A_question_that_is_not_answered_for_long_is_asked_anew()
    {
        var backlog = new Backlog(_limit, _time);
        Grow(backlog, 1);
        Assert.True(backlog.TryAsk(out _));
        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.True(backlog.TryAsk(out _));
    }

    [Fact]
    public void One_that_grows_is_to_be_asked()
    {
        var backlog = new Backlog(_limit, _time);

        Assert.Contains(BacklogStep.Ask, Enumerable.Range(0, 3).Select(_ => backlog.Grow(Step)));
    }

    [Fact]
    public void One_that_is_longer_than_allowed_is_told() => Assert.Equal(BacklogStep.TooLong, Grow(new Backlog(_limit, _time), 21));

    [Fact]
    public void All_that_are_longer_than_allowed_together_are_told()
    {
        Grow(new Backlog(_limit, _time), 16);

        Assert.Equal(BacklogStep.AllTooLong, Grow(new Backlog(_limit, _time), 15));
    }

    [Fact]
    public void What_has_ended_counts_no_more()
    {
        var backlog = new Backlog(_limit, _time);
        Grow(backlog, 16);
        backlog.End();
        Grow(backlog, 2);

        Assert.Equal((0, 0), (_limit.All, backlog.Length));
    }

    private static BacklogStep Grow(Backlog backlog, int steps) => Enumerable.Range(0, steps).Aggregate(BacklogStep.None, (_, _) => backlog.Grow(Step));
}
