using Chatroom.Actors.Hocon;
using Chatroom.Actors.Hocon.Conversion;
using Chatroom.Actors.Hocon.Parsing;

namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md's harder examples of substitutions, of which the official parser is not known to follow all.
public class ResolvingTests
{
    private static string Resolve(string text, HoconIncludeCallbackAsync? include = null) =>
        Printer.Print(ConfDocument.Parse(text, include, name => name == "FROM_OUTSIDE" ? "env" : null), 0)
            .Replace("\n", " ", StringComparison.Ordinal);

    [Theory]
    // "Examples of Self-Referential Substitutions"
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }\nbar : { foo : 43 }", "bar : { foo : 43 baz : 43 }")]
    [InlineData("bar : { a : ${foo.d}, b : 1 }\nbar.b = 3\nfoo : { c : ${bar.b}, d : 2 }\nfoo.d = 4", "bar : { a : 4 b : 3 } foo : { c : 3 d : 4 }")]
    [InlineData("foo : { a : { c : 1 } }\nfoo : ${foo.a}\nfoo : { a : 2 }", "foo : { a : 2 c : 1 }")]
    [InlineData("a : ${?a}foo", "a : \"foo\"")]
    [InlineData("a : 1\na : ${?a}2", "a : \"12\"")]
    [InlineData("a : [ 1 ]\na : ${a} [ 2 ]\na : ${a} [ 3 ]", "a : [1, 2, 3]")]
    [InlineData("a { b = [1] }\na { b = ${a.b} [2] }", "a : { b : [1, 2] }")]
    // A value that is hidden is never looked at.
    [InlineData("foo : ${does-not-exist}\nfoo : 42", "foo : 42")]
    // An undefined optional substitution is an empty text, array or object, and nothing by itself.
    [InlineData("a : ${?x} text", "a : \" text\"")]
    [InlineData("a : ${?x} [1]", "a : [1]")]
    [InlineData("a : ${?x} { b : 1 }", "a : { b : 1 }")]
    [InlineData("a : ${?x} ${?y}, b : 1", "b : 1")]
    [InlineData("a : [${?x}, 1]", "a : [1]")]
    [InlineData("a = ${?b}, b = ${?a}, c = 1", "c = 1")]
    // Objects that take each other over.
    [InlineData("d { n = x, t = \"Room \"${r.n} }\nr = ${d} { n = y }", "d : { n : \"x\" t : \"Room y\" } r : { n : \"y\" t : \"Room y\" }")]
    [InlineData("x = ${a}\na { y = ${x.z}, z = 1 }", "x : { y : 1 z : 1 } a : { y : 1 z : 1 }")]
    [InlineData("a { z = 1, y = ${x.z} }\nx = ${a}", "a : { z : 1 y : 1 } x : { z : 1 y : 1 }")]
    [InlineData("b { x = 1 }\na = ${b} { y = ${a.x} }", "b : { x : 1 } a : { x : 1 y : 1 }")]
    [InlineData("a = { x = 1 } { y = ${a.x} }", "a : { x : 1 y : 1 }")]
    [InlineData("b { c { x = 1 } }\na = ${b}\na.c.y = 2", "b : { c : { x : 1 } } a : { c : { x : 1 y : 2 } }")]
    [InlineData("a = ${b} ${c}, b { x = 1, y = 1 }, c { y = 2 }", "a : { x : 1 y : 2 } b : { x : 1 y : 1 } c : { y : 2 }")]
    [InlineData("a += 1, b = ${a}, a += 2", "a : [1, 2] b : [1, 2]")]
    [InlineData("a = [[1]], a += [2]", "a : [[1], [2]]")]
    [InlineData("a = null, b = ${a}", "a : null b : null")]
    [InlineData("a = ${FROM_OUTSIDE}", "a : \"env\"")]
    [InlineData("FROM_OUTSIDE = inside, a = ${FROM_OUTSIDE}", "FROM_OUTSIDE : \"inside\" a : \"inside\"")]
    [InlineData("a = ${b}c, b = null", "a : \"nullc\" b : null")]
    // What is null inside is not looked for outside.
    [InlineData("FROM_OUTSIDE = null, a = ${FROM_OUTSIDE}", "FROM_OUTSIDE : null a : null")]
    [InlineData("a = ${?FROM_OUTSIDE} is here", "a : \"env is here\"")]
    [InlineData("foo : ${foo}, foo : 42", "foo : 42")]
    [InlineData("foo : { a : 1 }, foo : ${foo}", "foo : { a : 1 }")]
    [InlineData("foo : ${?foo}, b = 1", "b : 1")]
    [InlineData("a = [1], a += 2, a += [3]", "a : [1, 2, [3]]")]
    [InlineData("a = ${x} ${y}, x = [1], y = [2]", "a : [1, 2] x : [1] y : [2]")]
    [InlineData("a = 1e5 x", "a : \"1e5 x\"")]
    public void Substitutions_are_resolved_as_specified(string text, string expected) =>
        Assert.Equal(expected.Replace("c = 1", "c : 1", StringComparison.Ordinal), Resolve(text));

    // "Include semantics: substitution"
    [Theory]
    [InlineData("a { include \"x\" }", "x = 10, y = ${x}", "a : { x : 10 y : 10 }")]
    [InlineData("a { include \"x\" }\na { x = 42 }", "x = 10, y = ${x}", "a : { x : 42 y : 42 }")]
    [InlineData("top = 7, a { include \"x\" }", "y = ${top}", "top : 7 a : { y : 7 }")]
    [InlineData("a.b { include \"x\" }", "p = 1, q { r = ${p} }", "a : { b : { p : 1 q : { r : 1 } } }")]
    [InlineData("a { l = [1], include \"x\" }", "l += 2", "a : { l : [1, 2] }")]
    [InlineData("a = [{ include \"x\" }]", "p = 1", "a : [{ p : 1 }]")]
    public void Substitutions_of_an_included_text_are_relative_to_where_it_is_included(string text, string included, string expected) =>
        Assert.Equal(expected, Resolve(text, (_, _) => Task.FromResult(included)));

    [Fact]
    public void An_include_in_an_include_is_relative_to_both() =>
        Assert.Equal("a : { b : { p : 1 q : 1 } }", Resolve("a { include \"x\" }",
            (_, name) => Task.FromResult(name == "x" ? "b { include \"y\" }" : "p = 1, q = ${p}")));

    [Theory]
    [InlineData("include\n\n \"x\"")]
    [InlineData("include required(\n  file(\n \"x\" )\n)")]
    [InlineData("include url( \"x\" )\n")]
    [InlineData("b = 2, include classpath(\"x\"), b = 1")]
    [InlineData("{ include \"x\" }")]
    public void An_include_has_several_spellings(string text) =>
        Assert.Contains("p : 1", Resolve(text, (_, name) => Task.FromResult(name == "x" ? "p = 1" : "")), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ foo include : 42 }", "\"foo include\" : 42")]
    [InlineData("{ foo : include }", "foo : \"include\"")]
    [InlineData("foo : [ include ]", "foo : [\"include\"]")]
    [InlineData("{ \"include\" : 42 }", "\"include\" : 42")]
    [InlineData("included : 42", "included : 42")]
    public void Elsewhere_include_is_a_word_like_others(string text, string expected) => Assert.Equal(expected, Resolve(text));

    [Fact]
    public void An_include_that_finds_nothing_adds_nothing() =>
        Assert.Equal("b : 1", Resolve("include \"x\"\nb = 1", (_, _) => Task.FromResult<string>(null!)));

    [Fact]
    public void Without_a_callback_an_include_adds_nothing() => Assert.Equal("b : 1", Resolve("include \"x\"\nb = 1"));

    [Theory]
    [InlineData("include required(\"x\")")]
    [InlineData("include required(file(\"x\"))")]
    [InlineData("include required( file( \"x\" ) )")]
    public void A_required_include_that_finds_nothing_is_an_error(string text)
    {
        var error = Assert.Throws<HoconParserException>(() => Resolve(text, (_, _) => Task.FromResult("")));

        Assert.Equal("Line 1, column 1: the required include \"x\" was not found", error.Message);
    }

    [Fact]
    public void An_error_in_an_included_text_names_it()
    {
        var error = Assert.Throws<HoconParserException>(() => Resolve("\ninclude \"x\"", (_, _) => Task.FromResult("a = 1\nb = ${")));

        Assert.Equal("In included \"x\", line 2, column 7: expected a key, found the end of the text", error.Message);
    }

    [Fact]
    public void A_callback_that_fails_is_an_error_of_the_include()
    {
        var error = Assert.Throws<HoconParserException>(() => Resolve("include \"x\"", (_, _) => throw new IOException("no disk")));

        Assert.Equal("Line 1, column 1: can't include \"x\": no disk", error.Message);
        Assert.IsType<IOException>(error.InnerException);
    }

    [Fact]
    public void An_array_can_not_be_included() =>
        Assert.Throws<HoconParserException>(() => Resolve("include \"x\"", (_, _) => Task.FromResult("[1]")));
}
