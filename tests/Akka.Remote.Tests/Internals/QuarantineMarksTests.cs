using Akka.Configuration;
using Akka.Tests.Actor.Scheduler;

namespace Akka.Remote.Tests.Internals;

public sealed class QuarantineMarksTests
{
    private readonly HandScheduler _scheduler = new(Config.Empty, null!);
    private readonly List<int> _over = [];
    private readonly QuarantineMarks _sut;

    public QuarantineMarksTests() => _sut = new QuarantineMarks(_scheduler, TimeSpan.FromDays(5), _over.Add);

    [Fact]
    public void An_incarnation_is_marked_once()
    {
        Assert.True(_sut.TryAdd(1));
        Assert.False(_sut.TryAdd(1));

        Assert.True(_sut.Contains(1));
        Assert.False(_sut.Contains(2));
        Assert.Equal(1, _sut.Count);
    }

    [Fact]
    public void Each_is_over_in_its_time()
    {
        _sut.TryAdd(1);
        _scheduler.Advance(TimeSpan.FromDays(1));
        _sut.TryAdd(2);

        _scheduler.Advance(TimeSpan.FromDays(4));
        Assert.Equal([1], _over);
        _scheduler.Advance(TimeSpan.FromDays(1));
        Assert.Equal([1, 2], _over);
    }

    [Fact]
    public void Of_too_many_the_oldest_goes_and_its_time_with_it()
    {
        for (var uid = 0; uid < 100; uid++)
            _sut.TryAdd(uid);

        Assert.Equal(32, _sut.Count);
        Assert.False(_sut.Contains(67));
        Assert.True(_sut.Contains(68));
        _scheduler.Advance(TimeSpan.FromDays(5));
        Assert.Equal(Enumerable.Range(68, 32), _over.Order());
    }

    [Fact]
    public void One_that_was_taken_away_is_not_over_later()
    {
        _sut.TryAdd(1);
        _sut.TryAdd(2);
        _sut.Remove(1);
        _sut.Clear();

        _scheduler.Advance(TimeSpan.FromDays(5));
        Assert.Empty(_over);
        Assert.Equal(0, _sut.Count);
    }
}
