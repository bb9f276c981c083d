using BotNode.Tls;

namespace BotNode.Tests.Tls;

public sealed class RefusalLogTests
{
    private readonly List<string> _lines = [];
    private readonly Clock _clock = new();
    private readonly RefusalLog _log;

    public RefusalLogTests() => _log = new RefusalLog(_lines.Add, _clock);

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

    private int _noted;

    private void Note(int times)
    {
        for (var i = 0; i < times; i++)
            _log.Note($"line {++_noted}");
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
