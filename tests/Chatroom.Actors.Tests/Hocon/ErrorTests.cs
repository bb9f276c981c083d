using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

// The texts of errors are ours: the official ones differ.
public class ErrorTests
{
    [Theory]
    [InlineData("a = [1,, 2]", 1, 8, "expected a value, found ','")]
    [InlineData("a = {\n  b = 1\n", 3, 1, "expected '}', found the end of the text")]
    [InlineData("a = 1\nb c\nd = 2", 2, 4, "expected ':', '=', '+=' or '{' after the key \"b c\", found the end of the line")]
    [InlineData("a = 1 }", 1, 7, "expected a comma or the end of the line, found '}'")]
    [InlineData("a = 1\n  b = \"open\n", 2, 7, "this string is never closed; a string over several lines needs \"\"\"")]
    [InlineData("a = \"tab\there\"", 1, 9, "U+0009 can't stand in quotes; write \\u0009, or use \"\"\"")]
    [InlineData("a = \"open\r\n", 1, 5, "this string is never closed; a string over several lines needs \"\"\"")]
    [InlineData("a = ${ ?b}", 1, 8, "expected a key, found '?'")]
    [InlineData("a = 1\na += 2", 2, 6, "can't concatenate a number with an array")]
    [InlineData("a = \"\"\"open\"", 1, 5, "this \"\"\" is never closed")]
    [InlineData("a = x:y", 1, 6, "':' can't stand in an unquoted value; put the value in quotes")]
    [InlineData("a = \"\\q\"", 1, 6, "unknown escape; known are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits")]
    [InlineData("a..b = 1", 1, 3, "a path has an empty element here; an empty key must be quoted: \"\"")]
    [InlineData("a = ${b", 1, 8, "expected '}' at the end of the substitution, found the end of the text")]
    [InlineData("a = $b", 1, 5, "'$' can't stand in an unquoted value; put the value in quotes, or write ${path}")]
    [InlineData("x = 1\na = ${b.c}", 2, 5, "the substitution ${b.c} leads to nothing")]
    [InlineData("a = ${a}", 1, 5, "the substitution ${a} leads back to itself")]
    [InlineData("a = ${b}\nb = ${a}", 2, 5, "the substitution ${a} leads back to itself")]
    [InlineData("a = { b = ${a} }", 1, 11, "the substitution ${a} leads back to itself")]
    [InlineData("a = [1]\na = [${a}]", 2, 6, "the substitution ${a} leads back to itself")]
    [InlineData("n = 1\na = ${n} { b = 1 }", 2, 5, "can't concatenate a number with an object")]
    [InlineData("n = [1]\na = ${n} x", 2, 5, "can't concatenate an array with a string")]
    [InlineData("a = [1] { b = 2 }", 1, 5, "can't concatenate an array with an object")]
    [InlineData("{ a = 1 } b", 1, 11, "expected the end of the text, found 'b'")]
    [InlineData("a = 1 }\n", 1, 7, "expected a comma or the end of the line, found '}'")]
    [InlineData(",a = 1", 1, 1, "expected a key, found ','")]
    [InlineData("include x", 1, 9, "expected a quoted name, file(\"…\"), url(\"…\"), classpath(\"…\") or required(…) after include (a key of that name must be quoted), found 'x'")]
    public void An_error_is_one_line_that_says_where_and_what(string text, int line, int column, string message)
    {
        var error = Assert.Throws<HoconParserException>(() => HoconParser.Parse(text));

        Assert.Equal($"Line {line}, column {column}: {message}", error.Message);
        Assert.Equal((line, column), (error.LineNumber, error.LinePosition));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void An_empty_text_is_no_document(string text) =>
        Assert.Equal("Line 1, column 1: the text is empty", Assert.Throws<HoconParserException>(() => HoconParser.Parse(text)).Message);

    [Theory]
    [InlineData("a = x", "a must be a whole number of 32 bits, but is \"x\"")]
    [InlineData("a = 3000000000", "a must be a whole number of 32 bits, but is \"3000000000\"")]
    [InlineData("a = [1]", "a must be a whole number of 32 bits, but is an array")]
    [InlineData("a = null", "a must be a whole number of 32 bits, but is null")]
    [InlineData("b = 1", "a is missing")]
    public void A_value_that_does_not_fit_is_named_with_its_path(string text, string message)
    {
        var error = Assert.Throws<HoconValueException>(() => HoconParser.Parse(text).GetInt("a"));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void What_an_error_repeats_of_the_text_stays_on_one_line_and_short()
    {
        var lines = Assert.Throws<HoconValueException>(() => HoconParser.Parse("a = \"\"\"x\ny\"\"\"").GetInt("a"));
        var longText = Assert.Throws<HoconValueException>(() => HoconParser.Parse($"a = {new string('x', 1000)}").GetInt("a"));
        var include = Assert.Throws<HoconParserException>(() => HoconParser.Parse(
            "include required(\"a\\nb\")", (_, _) => throw new IOException("first\nsecond")));

        Assert.Equal("a must be a whole number of 32 bits, but is \"x\\ny\"", lines.Message);
        Assert.Equal($"a must be a whole number of 32 bits, but is \"{new string('x', 80)}\"…", longText.Message);
        Assert.Equal("Line 1, column 1: can't include \"a\\nb\": first second", include.Message);
    }

    [Theory]
    [InlineData('\u0085', "\\u0085")]
    [InlineData('\u2028', "\\u2028")]
    [InlineData('\u2029', "\\u2029")]
    public void What_ends_a_line_in_Unicode_is_escaped(char end, string escaped)
    {
        var error = Assert.Throws<HoconValueException>(() => HoconParser.Parse($"a = \"x{end}y\"").GetInt("a"));

        Assert.Equal($"a must be a whole number of 32 bits, but is \"x{escaped}y\"", error.Message);
    }

    [Fact]
    public void An_item_that_does_not_fit_is_named_with_its_index()
    {
        var error = Assert.Throws<HoconValueException>(() => HoconParser.Parse("a = [1, x]").GetIntList("a"));

        Assert.Equal("a item 1 must be a whole number of 32 bits, but is \"x\"", error.Message);
    }

    [Fact]
    public void A_wrong_value_is_an_error_even_if_there_is_a_default() =>
        Assert.Throws<HoconValueException>(() => HoconParser.Parse("a = x").GetInt("a", 7));

    [Fact]
    public void A_default_stands_in_for_null()
    {
        var root = HoconParser.Parse("a = null");

        Assert.Equal(7, root.GetInt("a", 7));
        Assert.Equal("x", root.GetString("a", "x"));
        Assert.Null(root.GetString("a"));
        Assert.False(root.HasPath("a"));
        Assert.Equal(HoconType.Empty, root.GetValue("a").Type);
    }

    [Theory]
    [InlineData("a..b")]
    [InlineData("")]
    [InlineData("a b = c")]
    public void A_path_that_is_none_is_an_error(string path)
    {
        Assert.Throws<HoconParserException>(() => HoconPath.Parse(path));
        Assert.False(HoconPath.TryParse(path, out _));
    }
}
