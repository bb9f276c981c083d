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
    [InlineData("\uFEFFa\n=\n\n1\nb.c = 2")]
    public void Braces_separators_and_commas_have_several_spellings(string text) =>
        Assert.Equal("a : 1 b : { c : 2 }", Reading.Print(text));

    [Theory]
    [InlineData("[1, 2, 3]")]
    [InlineData("[1\n2\n3]")]
    [InlineData("[1, 2, 3,]")]
    [InlineData("[\n  1,\n  2,\n  3\n]")]
    public void Items_are_separated_by_a_comma_or_a_new_line(string array) =>
        Assert.Equal("[1, 2, 3]", Reading.At("a = " + array, "a"));

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
    public void What_is_no_HOCON_is_refused(string text) => Reading.Refused(text);

    [Theory]
    [InlineData("a = {}, b = []", "a : {} b : []")]
    [InlineData("a = [[1, 2], [3]]", "a : [[1, 2], [3]]")]
    [InlineData("a = [{ n = 1 }, { n = 2 }]", "a : [{ n : 1 }, { n : 2 }]")]
    [InlineData("[1, 2]", "[1, 2]")]
    public void Arrays_and_objects_nest_and_may_be_empty(string text, string expected) => Assert.Equal(expected, Reading.Print(text));
}
