using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Tests.Output;

public sealed class PainterTests
{
    private static readonly Opened Opening = new(1, 0, "chatroom", "default", 7, ["Marija", "Felix"], 1);

    [Fact]
    public void Without_colours_a_line_stays_as_it_is() =>
        Assert.Equal("Marija: Hi", new Painter(isColoured: false).Paint(new Said(2, 0, 1, "Marija", "Hi", Late: false), "Marija: Hi"));

    [Fact]
    public void Each_bot_has_a_colour_of_its_own()
    {
        var painter = new Painter(isColoured: true);
        painter.Paint(Opening, "");

        var marija = painter.Paint(new Said(2, 0, 1, "Marija", "Hi", Late: false), "Hi");
        var felix = painter.Paint(new Said(3, 0, 1, "Felix", "Hi", Late: false), "Hi");

        Assert.NotEqual(marija, felix);
        Assert.All([marija, felix], line => Assert.EndsWith("Hi\e[0m", line, StringComparison.Ordinal));
    }
}
