using BotNode.Tests.Running;

namespace Chatroom.Actors.Tests;

public sealed class BoundedLinesTests
{
    private static async Task<List<(string, bool)>> Read(string text, int most)
    {
        var lines = new BoundedLines(new StringReader(text), most, TimeProvider.System);
        var read = new List<(string, bool)>();
        while (await lines.NextAsync() is { } line)
            read.Add(line);
        return read;
    }

    [Fact]
    public async Task Lines_are_read_whichever_way_they_end()
    {
        Assert.Equal([("one", false), ("", false), ("two", false), ("three", false)], await Read("one\n\ntwo\r\nthree", 10));
    }

    [Fact]
    public async Task Of_a_line_that_is_too_long_only_so_much_is_kept_and_the_next_one_is_whole()
    {
        Assert.Equal([("xxxxxxxxxx", true), ("next", false)], await Read(new string('x', 100_000) + "\nnext\n", 10));
    }

    [Fact]
    public async Task A_line_without_an_end_is_told_once_and_as_soon_as_it_is_too_long()
    {
        var endless = new Endless(most: 100_000);
        var lines = new BoundedLines(endless, 10, TimeProvider.System);

        Assert.Equal(("xxxxxxxxxx", true), await lines.NextAsync());
        Assert.InRange(endless.Given, 1, 99_999);
        Assert.Null(await lines.NextAsync());
    }

    [Fact]
    public async Task A_line_of_just_that_length_is_whole()
    {
        Assert.Equal([("xxxxx", false), ("yyyyy", false)], await Read("xxxxx\nyyyyy", 5));
    }

    [Fact]
    public async Task A_program_that_writes_too_fast_waits_for_the_next_second()
    {
        var time = new TimeOfWaits(areOver: true);
        var lines = new BoundedLines(new Endless(most: 3 * BoundedLines.MostASecond), 10, time);

        while (await lines.NextAsync() is not null)
        {
            // All of it is read.
        }

        Assert.InRange(time.Asked.Count, 1, 3);
        Assert.All(time.Asked, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task There_is_nothing_more_when_nobody_wants_more()
    {
        using var closing = new CancellationTokenSource();
        var lines = new BoundedLines(new Waiting(), 10, TimeProvider.System, closing.Token);
        var next = lines.NextAsync();

        await closing.CancelAsync();

        Assert.Null(await next.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    /// <summary>A program that writes nothing.</summary>
    private sealed class Waiting : TextReader
    {
        public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
            await new TaskCompletionSource<int>().Task.WaitAsync(cancellationToken);
    }

    /// <summary>A line that goes on and on.</summary>
    private sealed class Endless(int most) : TextReader
    {
        public int Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(buffer.Length, most - Given);
            buffer.Span[..count].Fill('x');
            Given += count;
            return ValueTask.FromResult(count);
        }
    }
}
