using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Omit root braces", "Key-value separator", "Commas"
public class SyntaxTests
{
    [Theory]
    [InlineData("{ \"a\" : 1, \"b\" : { \"c\" : 2 } }")]
    [InlineData("a : 1, b : { c : 2 }")]
    [InlineData("a = 1\nb = { c = 2 }")]
    [InlineData("a = 1\nb { c = 2 }")]
    [InlineData("{ a = 1\nb { c = 2 } }\n")]
    [InlineData("a=1,b{c=2}")]
    [InlineData("a = 1\r\nb {\r\n  c = 2\r\n}\r\n")]
    [InlineData("\n\n  a = 1,\n\n  b = {\n    c = 2,\n  },\n")]
    public void Braces_separators_and_commas_have_several_spellings(string text)
    {
        var root = HoconParser.Parse(text);

        Assert.Equal(1, root.GetInt("a"));
        Assert.Equal(2, root.GetInt("b.c"));
    }

    [Theory]
    [InlineData("[1, 2, 3]")]
    [InlineData("[1\n2\n3]")]
    [InlineData("[1, 2, 3,]")]
    [InlineData("[\n  1,\n  2,\n  3\n]")]
    public void Items_are_separated_by_a_comma_or_a_new_line(string array) =>
        Assert.Equal([1, 2, 3], HoconParser.Parse("a = " + array).GetIntList("a"));

    [Theory]
    [InlineData("a = [1,, 2]")]
    [InlineData("a = [, 1]")]
    [InlineData("a = [1, 2")]
    [InlineData("a = { b = 1")]
    [InlineData("a = 1 }")]
    [InlineData("a = \"open")]
    [InlineData("a = \"\"\"open\"")]
    [InlineData("a")]
    [InlineData("= 1")]
    [InlineData("a = ${open")]
    public void What_is_no_HOCON_is_a_parser_exception(string text) =>
        Assert.Throws<HoconParserException>(() => HoconParser.Parse(text));

    [Fact]
    public void An_empty_object_and_an_empty_array_are_values()
    {
        var root = HoconParser.Parse("a = {}, b = []");

        Assert.True(root.GetObject("a").IsEmpty);
        Assert.Empty(root.GetValue("b").GetArray());
    }

    [Fact]
    public void Arrays_nest()
    {
        var rows = HoconParser.Parse("a = [[1, 2], [3]]").GetValue("a").GetArray();

        Assert.Equal([1, 2], rows[0].GetIntList());
        Assert.Equal([3], rows[1].GetIntList());
    }

    [Fact]
    public void Arrays_hold_objects()
    {
        var objects = HoconParser.Parse("a = [{ n = 1 }, { n = 2 }]").GetObjectList("a");

        Assert.Equal([1, 2], objects.Select(o => o.GetField("n").Value.GetInt()));
    }
}
