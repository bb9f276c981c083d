using BotNode.Tls;

namespace BotNode.Tests.Tls;

public sealed class RefusalLogTests
{
    private readonly List<string> _lines = [];
    private readonly Clock _clock = new();
    private readonly RefusalLog _log;

    public RefusalLogTests() => _log = new RefusalLog(_clock);

    [Fact]
    public void The_first_twenty_have_a_line_each()
    {
        Note(20);

        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"line {number}"), _lines);
    }

    [Fact]
    public void Then_they_are_counted_and_told_every_ten_seconds()
    {
        Note(25);
        Assert.Equal(20, _lines.Count);

        _clock.Now += TimeSpan.FromSeconds(10);
        Note(2);

        Assert.Equal("line 26 (6 refused since the last line)", Assert.Single(_lines.Skip(20)));
    }

    [Fact]
    public void At_the_end_there_is_a_count_of_those_that_have_not_been_told()
    {
        Note(20);
        Assert.Null(_log.Rest);

        Note(5);

        Assert.Equal("5 more refused since the last line", _log.Rest);
    }

    private int _noted;

    private void Note(int times)
    {
        for (var i = 0; i < times; i++)
        {
            if (_log.Note($"line {++_noted}") is { } line)
                _lines.Add(line);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
