using BotNode.Bots;

namespace BotNode.Tests.Bots;

public sealed class BoundedLinesTests
{
    private static async Task<List<(string, bool)>> Read(string text, int most)
    {
        var lines = new BoundedLines(new StringReader(text), most);
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
    public async Task A_line_of_just_that_length_is_whole()
    {
        Assert.Equal([("xxxxx", false), ("yyyyy", false)], await Read("xxxxx\nyyyyy", 5));
    }
}
