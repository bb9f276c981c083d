using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

public class ErrorTests
{
    [Theory]
    [InlineData("a = [1,, 2]", 1, 8, "expected a value, found ','")]
    [InlineData("a = {\n  b = 1\n", 3, 1, "expected '}' for what begins in line 1, found the end of the text")]
    [InlineData("a = 1\nb = [1, 2", 2, 10, "expected ']' for what begins in line 2, found the end of the text")]
    [InlineData("a = 1\nb = [1, 2\n", 3, 1, "expected ']' for what begins in line 2, found the end of the text")]
    [InlineData("a {\nb { c = 1", 2, 10, "expected '}' for what begins in line 2, found the end of the text")]
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
        var error = Reading.Refused(text);

        Assert.Equal($"mine.conf:{line}: {message}", error.Message);
        Assert.Equal(("mine.conf", line, column), (error.Origin.File, error.Origin.Line, error.Origin.Column));
    }

    [Theory]
    [InlineData("a = [1, 2\nb = 1", 2, "'=' can't stand in an unquoted value; put the value in quotes; the list that begins in line 1 is still open")]
    [InlineData("a = [\n1, 2\nb : 1", 3, "':' can't stand in an unquoted value; put the value in quotes; the list that begins in line 1 is still open")]
    [InlineData("a {\nb = [1, 2\n}", 3, "expected a value, found '}'; the list that begins in line 2 is still open")]
    [InlineData("a = [\n{ b = 1\n]", 3, "expected a key, found ']'; the object that begins in line 2 is still open")]
    [InlineData("a = [[1]\n]\nb == 1", 3, "'=' can't stand in an unquoted value; put the value in quotes")]
    [InlineData("a {\nb == 1\n}", 2, "'=' can't stand in an unquoted value; put the value in quotes")]
    public void Of_what_stands_in_a_list_or_object_whose_end_is_missing_the_begin_is_told(string text, int line, string message) =>
        Assert.Equal($"mine.conf:{line}: {message}", Reading.Refused(text).Message);

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void An_empty_text_is_no_document(string text) =>
        Assert.Equal("mine.conf:1: the text is empty", Reading.Refused(text).Message);

    [Theory]
    [InlineData("a = 1\nb = ${", "x:2: expected a key, found the end of the text")]
    [InlineData("\n\nb = ${nowhere}", "x:3: the substitution ${nowhere} leads to nothing")]
    [InlineData("\ninclude required(\"y\")", "x:2: the required include \"y\" was not found")]
    public void An_error_in_an_included_text_names_it_and_its_line(string included, string message) =>
        Assert.Equal(message, Reading.Refused("\n\n\ninclude \"x\"", ("x", included)).Message);

    [Fact]
    public void A_file_that_can_not_be_read_is_an_error_of_its_include()
    {
        var error = Assert.Throws<HoconException>(() =>
            HoconParser.Parse("\ninclude required(\"a\\nb\")", "mine.conf", (_, _) => throw new IOException("first\nsecond")));

        Assert.Equal("mine.conf:2: can't include \"a\\nb\": first second", error.Message);
        Assert.IsType<IOException>(error.InnerException);
    }

    [Theory]
    [InlineData("a\u0001\u2028", "a\\u0001\\u2028")]
    [InlineData("\0\u0085", "\\u0000\\u0085")]
    [InlineData("\u007f\u009b31m", "\\u007f\\u009b31m")]
    public void What_an_error_repeats_of_the_text_stays_on_one_line(string key, string shown) =>
        Assert.Contains($"after the key \"{shown}\", found", Reading.Refused($"\"\"\"{key}\"\"\" ]").Message, StringComparison.Ordinal);

    [Fact]
    public void Of_a_long_text_an_error_repeats_only_the_beginning() =>
        Assert.Equal(
            $"mine.conf:1: expected ':', '=', '+=' or '{{' after the key {new string('x', 80)}…, found the end of the text",
            Reading.Refused(new string('x', 1000)).Message);
}
