using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

public class PrintingTests
{
    [Fact]
    public void A_text_prints_as_HOCON_that_reads_the_same()
    {
        var printed = HoconPrinter.Print(Reading.Parse("a = \"x \\\"y\\\"\", b { \"c.d\" = [1, { e = true }], f = {} }, g = null"));

        Assert.Equal("a : \"x \\\"y\\\"\"\nb : {\n  \"c.d\" : [1, {\n    e : true\n  }]\n  f : {}\n}\ng : null", printed);
        Assert.Equal(printed, HoconPrinter.Print(Reading.Parse(printed)));
    }

    [Theory]
    [InlineData("a = \"x\\u0001\\u0085\\u2028\\u2029y\"")]
    [InlineData("a = \"\\b\\f\\n\\r\\t\\\\\"")]
    public void What_is_no_ordinary_character_is_escaped(string text) => Assert.Equal(text.Replace('=', ':'), Reading.Print(text));
}
