using Akka.Configuration;
using Akka.Tests.Actor.Scheduler;

namespace Akka.Remote.Tests.Internals;

public sealed class DropLogTests
{
    private readonly List<string> _lines = [];
    private readonly HandScheduler _scheduler = new(Config.Empty, null!);
    private readonly DropLog _sut;

    public DropLogTests() => _sut = new DropLog(_scheduler, _lines.Add, first: 3);

    [Fact]
    public void The_first_ones_have_a_line_each()
    {
        Add(5);

        Assert.Equal(["number 0", "number 1", "number 2"], _lines);
    }

    [Fact]
    public void The_others_are_counted_every_ten_seconds_for_as_long_as_they_come()
    {
        Add(1_000);
        Pass(10);
        Add(7);
        Pass(10);

        Assert.Equal(["997 more", "7 more"], _lines[3..]);
    }

    [Fact]
    public void After_ten_seconds_without_any_the_next_are_first_ones_again()
    {
        Add(1_000);
        Pass(20);
        Add(1);

        Assert.Equal(["997 more", "number 0"], _lines[3..]);
    }

    [Fact]
    public void A_few_now_and_then_have_a_line_each()
    {
        for (var i = 0; i < 10; i++)
        {
            Add(3);
            Pass(10);
        }

        Assert.Equal(30, _lines.Count);
    }

    [Fact]
    public void A_line_is_made_when_it_is_logged_only()
    {
        var made = 0;
        for (var i = 0; i < 1_000; i++)
            _sut.Add(() => $"number {made++}", more => $"{more} more");

        Assert.Equal(3, made);
    }

    private void Add(int count)
    {
        for (var i = 0; i < count; i++)
            _sut.Add($"number {i}", more => $"{more} more");
    }

    private void Pass(int seconds) => _scheduler.Advance(TimeSpan.FromSeconds(seconds));
}
