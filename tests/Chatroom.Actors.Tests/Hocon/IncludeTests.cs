namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Includes"
public class IncludeTests
{
    [Theory]
    [InlineData("include \"x\"\nb = 2", "a : 1 b : 2")]
    [InlineData("b = 2, include \"x\", b = 3", "b : 3 a : 1")]
    [InlineData("o { include \"x\" }", "o : { a : 1 }")]
    [InlineData("{ include \"x\" }", "a : 1")]
    [InlineData("include \"x\"\nb = ${a}", "a : 1 b : 1")]
    public void An_include_adds_the_fields_of_its_text_where_it_stands(string text, string expected) =>
        Assert.Equal(expected, Reading.Print(text, ("x", "a = 1")));

    [Fact]
    public void What_comes_after_an_include_wins() => Assert.Equal("a : 2", Reading.Print("include \"x\"\na = 2", ("x", "a = 1")));

    [Fact]
    public void What_comes_before_an_include_gives_way() => Assert.Equal("a : 1", Reading.Print("a = 2\ninclude \"x\"", ("x", "a = 1")));

    [Fact]
    public void Objects_are_merged_with_included_ones() =>
        Assert.Equal("a : { b : 1 c : 2 }", Reading.Print("include \"x\"\na { c = 2 }", ("x", "a { b = 1 }")));

    [Theory]
    [InlineData("include \"x\"")]
    [InlineData("include\n\n \"x\"")]
    [InlineData("include file(\"x\")")]
    [InlineData("include url( \"x\" )\n")]
    [InlineData("include classpath(\"x\")")]
    [InlineData("include required(\"x\")")]
    [InlineData("include required(\n  file(\n \"x\" )\n)")]
    public void An_include_has_several_spellings(string text) => Assert.Equal("p : 1", Reading.Print(text, ("x", "p = 1")));

    // "Include semantics: substitution"
    [Theory]
    [InlineData("a { include \"x\" }", "x = 10, y = ${x}", "a : { x : 10 y : 10 }")]
    [InlineData("a { include \"x\" }\na { x = 42 }", "x = 10, y = ${x}", "a : { x : 42 y : 42 }")]
    [InlineData("top = 7, a { include \"x\" }", "y = ${top}", "top : 7 a : { y : 7 }")]
    [InlineData("a.b { include \"x\" }", "p = 1, q { r = ${p} }", "a : { b : { p : 1 q : { r : 1 } } }")]
    [InlineData("a { l = [1], include \"x\" }", "l += 2", "a : { l : [1, 2] }")]
    [InlineData("a = [{ include \"x\" }]", "p = 1", "a : [{ p : 1 }]")]
    public void Substitutions_of_an_included_text_are_relative_to_where_it_is_included(string text, string included, string expected) =>
        Assert.Equal(expected, Reading.Print(text, ("x", included)));

    [Fact]
    public void An_include_in_an_include_is_relative_to_both() =>
        Assert.Equal(
            "a : { b : { p : 1 q : 1 } }",
            Reading.Print("a { include \"x\" }", ("x", "b { include \"y\" }"), ("y", "p = 1, q = ${p}")));

    [Fact]
    public void In_an_array_an_include_in_an_include_is_relative_to_nothing() =>
        Assert.Equal(
            "x : { v : \"U\" } v : \"top\" list : [{ x : { r : \"top\" } }]",
            Reading.Print("x { v = U }, v = top, list = [{ include \"a\" }]", ("a", "x { include \"b\" }"), ("b", "r = ${v}")));

    [Theory]
    [InlineData("{ foo include : 42 }", "\"foo include\" : 42")]
    [InlineData("{ foo : include }", "foo : \"include\"")]
    [InlineData("foo : [ include ]", "foo : [\"include\"]")]
    [InlineData("{ \"include\" : 42 }", "\"include\" : 42")]
    [InlineData("included : 42", "included : 42")]
    public void Elsewhere_include_is_a_word_like_others(string text, string expected) => Assert.Equal(expected, Reading.Print(text));

    [Fact]
    public void An_include_that_finds_nothing_adds_nothing() => Assert.Equal("b : 1", Reading.Print("include \"x\"\nb = 1"));

    [Theory]
    [InlineData("include required(\"x\")")]
    [InlineData("include required(file(\"x\"))")]
    [InlineData("include required( file( \"x\" ) )")]
    public void A_required_include_that_finds_nothing_is_an_error(string text)
    {
        Assert.Equal("mine.conf:1: the required include \"x\" was not found", Reading.Refused(text).Message);
        Assert.Equal("mine.conf:1: the required include \"x\" was not found", Reading.Refused(text, ("x", "")).Message);
    }

    [Fact]
    public void An_array_can_not_be_included() =>
        Assert.Equal("mine.conf:2: \"x\" holds an array, and only an object can be included", Reading.Refused("\ninclude \"x\"", ("x", "[1]")).Message);
}
