using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Tests.Output;

public sealed class EventPrinterTests
{
    private static readonly RoomEvent[] Events =
    [
        new Opened(1, 0, "chatroom", "default", 7, ["Marija", "Felix"], 1),
        new Joined(2, 0, "Marija", "127.0.0.1:61308"),
        new Said(3, 0, 1, "Marija", "Hi", Late: false),
        new Said(4, 0, 1, "Felix", "Hi", Late: false),
    ];

    [Fact]
    public void Without_colours_the_lines_stay_as_they_are() => Assert.Equal(
        [
            "New connection from ('127.0.0.1', 61308) Marija has joined the chatroom",
            "Waiting for 1 client(s) to join the chat.",
            "Marija: Hi",
            "Felix: Hi",
        ],
        Print(isColoured: false));

    [Fact]
    public void Each_bot_has_a_colour_of_its_own()
    {
        var lines = Print(isColoured: true);

        Assert.EndsWith("Marija: Hi\e[0m", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("Felix: Hi\e[0m", lines[3], StringComparison.Ordinal);
        Assert.NotEqual(lines[2].Split('M')[0], lines[3].Split('F')[0]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_could_deceive_is_shown_by_its_code(bool isColoured)
    {
        var lines = Print(isColoured, new Said(5, 0, 1, "Fe\u200Blix", "a\u202Eb\e[31m", Late: false));

        Assert.Contains("Fe<U+200B>lix: a<U+202E>b<U+001B>[31m", lines[^1], StringComparison.Ordinal);
    }

    private static string[] Print(bool isColoured, params RoomEvent[] more)
    {
        var output = new StringWriter { NewLine = "\n" };
        var printer = new EventPrinter(new Terminal(TextReader.Null, new LastingWriter(output), new LastingWriter(TextWriter.Null), isColoured), addresses: true);
        foreach (var happened in Events.Concat(more))
            printer.Print(happened);
        return output.ToString().TrimEnd('\n').Split('\n');
    }
}
