namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md section by section: what a text comes to, or that it is none. Substitutions are in ResolvingTests, includes in IncludeTests.
public class SpecificationTests
{
    private static string Read(string text) => Reading.Print(text);

    private static void Refuses(string text)
    {
        var error = Reading.Refused(text);

        Assert.Matches(@"^mine\.conf:\d+: [^\r\n]+$", error.Message);
        Assert.InRange(error.Origin.Line, 1, text.Count(c => c == '\n') + 1);
    }

    [Theory]
    [InlineData("{ \"a\" : 1.5e3, \"b\" : [true, false, null], \"c\" : \"x\\u0041\\n\" }", "a : 1.5e3 b : [true, false, null] c : \"xA\\n\"")]
    [InlineData("a = \"\\uD83D\\uDE00\"", "a : \"\U0001F600\"")]
    [InlineData("a = \"\\b\\f\\n\\r\\t\\/\\\\\\\"\"", "a : \"\\b\\f\\n\\r\\t/\\\\\\\"\"")]
    public void Unchanged_from_JSON(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("# one\na = 1 // two\n// three\nb = 2 # four", "a : 1 b : 2")]
    [InlineData("a = \"# no\" // comment", "a : \"# no\"")]
    [InlineData("a = http # : //x", "a : \"http\"")]
    [InlineData("a { # open\n b = 1 # inside\n} // end", "a : { b : 1 }")]
    [InlineData("a = 1 / 2", "a : \"1 / 2\"")]
    public void Comments(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = 1", "a : 1")]
    [InlineData("{ a = 1 }", "a : 1")]
    [InlineData("[1]", "[1]")]
    [InlineData("# nothing but this", "")]
    public void Omit_root_braces(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = 1 }")]
    [InlineData("{ a = 1")]
    [InlineData("{ a = 1 } }")]
    [InlineData("just text")]
    [InlineData("\"text\"")]
    [InlineData("[1] [2]")]
    public void Unbalanced_braces_and_roots_that_are_none(string text) => Refuses(text);

    [Theory]
    [InlineData("a = 1, b : 2", "a : 1 b : 2")]
    [InlineData("a {}, b { c {} }", "a : {} b : { c : {} }")]
    [InlineData("a\n{ b = 1 }", "a : { b : 1 }")]
    public void Key_value_separator(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = [1,2,3,]", "a : [1, 2, 3]")]
    [InlineData("a = [1\n2\n3]", "a : [1, 2, 3]")]
    [InlineData("a = [1\n,2,\n3\n,\n]", "a : [1, 2, 3]")]
    [InlineData("a { b = 1, c = 2, }", "a : { b : 1 c : 2 }")]
    [InlineData("a = 1,\nb = 2,", "a : 1 b : 2")]
    public void Commas(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = [1,2,3,,]")]
    [InlineData("a = [,1,2,3]")]
    [InlineData("a = [1,,2,3]")]
    [InlineData("a = [,]")]
    [InlineData("a { b = 1,, }")]
    [InlineData("a { , b = 1 }")]
    [InlineData("a { b = 1,, c = 2 }")]
    [InlineData("a = 1,, b = 2")]
    public void Commas_too_many(string text) => Refuses(text);

    [Theory]
    [InlineData('\u00A0')]
    [InlineData('\u1680')]
    [InlineData('\u2007')]
    [InlineData('\u202F')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u3000')]
    [InlineData('\uFEFF')]
    [InlineData('\t')]
    [InlineData('\v')]
    [InlineData('\f')]
    [InlineData('\r')]
    [InlineData('\u001C')]
    [InlineData('\u001D')]
    [InlineData('\u001E')]
    [InlineData('\u001F')]
    public void Whitespace(char blank)
    {
        Assert.Equal("a : [1, 2]", Read($"{blank}a{blank}={blank}[{blank}1{blank},{blank}2{blank}]{blank}"));

        // It separates no fields: only a newline or a comma does.
        Refuses($"a = 1{blank}b = 2");
    }

    [Theory]
    [InlineData("a = 1, a = 2", "a : 2")]
    [InlineData("a { b = 42 }, a { c = 43 }", "a : { b : 42 c : 43 }")]
    [InlineData("a { b = 42 }, a = null, a { c = 43 }", "a : { c : 43 }")]
    [InlineData("a { b { c = 1, d = 1 } }, a { b { d = 2 }, e = 3 }", "a : { b : { c : 1 d : 2 } e : 3 }")]
    [InlineData("a { b = 1 }, a = 2", "a : 2")]
    public void Duplicate_keys_and_object_merging(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = foo bar", "a : \"foo bar\"")]
    [InlineData("a = truefoo", "a : \"truefoo\"")]
    [InlineData("a = footrue", "a : \"footrue\"")]
    [InlineData("a = 10.0bar", "a : \"10.0bar\"")]
    [InlineData("a = bar10.0", "a : \"bar10.0\"")]
    [InlineData("a = x.y-z_1/2;<>|~%()'", "a : \"x.y-z_1/2;<>|~%()'\"")]
    [InlineData("a = c:", null)]
    public void Unquoted_strings(string text, string? expected)
    {
        if (expected == null)
            Refuses(text);
        else
            Assert.Equal(expected, Read(text));
    }

    [Theory]
    [InlineData('$')]
    [InlineData('"')]
    [InlineData('{')]
    [InlineData('}')]
    [InlineData('[')]
    [InlineData(']')]
    [InlineData(':')]
    [InlineData('=')]
    [InlineData('+')]
    [InlineData('`')]
    [InlineData('^')]
    [InlineData('?')]
    [InlineData('!')]
    [InlineData('@')]
    [InlineData('*')]
    [InlineData('&')]
    [InlineData('\\')]
    public void Forbidden_in_unquoted_strings(char forbidden) => Refuses($"a = x{forbidden}y");

    [Theory]
    [InlineData("a = \"line\nbreak\"")]
    [InlineData("a = \"tab\tinside\"")]
    [InlineData("a = \"\u0001\"")]
    public void Control_characters_in_quoted_strings(string text) => Refuses(text);

    [Theory]
    [InlineData("a = \"\"\"one\n two\"\"\"", "a : \"one\\n two\"")]
    [InlineData("a = \"\"\"\\u0041 \\n\"\"\"", "a : \"\\\\u0041 \\\\n\"")]
    [InlineData("a = \"\"\"foo\"\"\"\"", "a : \"foo\\\"\"")]
    [InlineData("a = \"\"\"\"\"\"", "a : \"\"")]
    [InlineData("a = \"\"", "a : \"\"")]
    public void Multi_line_strings(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = \" x \"  y   z ", "a : \" x   y   z\"")]
    [InlineData("a = true false null 1.50 x", "a : \"true false null 1.50 x\"")]
    [InlineData("a = true", "a : true")]
    [InlineData("a = [1 2 3]", "a : [\"1 2 3\"]")]
    [InlineData("a b c = 42", "\"a b c\" : 42")]
    [InlineData("a = [1] [2]\nb = [[1] [2]]", "a : [1, 2] b : [[1, 2]]")]
    [InlineData("a = { b = 1 } { b = 2, c = 3 }", "a : { b : 2 c : 3 }")]
    [InlineData("a = [\n1\n] [\n2\n]", "a : [1, 2]")]
    [InlineData("a = [{ b = 1 } { c = 2 }]", "a : [{ b : 1 c : 2 }]")]
    [InlineData("a = [{ b = 1 }\n{ c = 2 }]", "a : [{ b : 1 }, { c : 2 }]")]
    public void Value_concatenation(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = [1] x")]
    [InlineData("a = { b = 1 } x")]
    [InlineData("a = [1] { b = 2 }")]
    [InlineData("a = [1]\n[2]")]
    [InlineData("[a] = 1")]
    [InlineData("{ a } = 1")]
    [InlineData("x = [1]\na = ${x}\" \"${x}")]
    public void Concatenations_that_are_none(string text) => Refuses(text);

    [Theory]
    [InlineData("foo.bar.\"hello.world\" = 1", "foo : { bar : { \"hello.world\" : 1 } }")]
    [InlineData("10.0foo = 1", "10 : { 0foo : 1 }")]
    [InlineData("foo10.0 = 1", "foo10 : { 0 : 1 }")]
    [InlineData("foo\"10.0\" = 1", "\"foo10.0\" : 1")]
    [InlineData("1.2.3 = 1", "1 : { 2 : { 3 : 1 } }")]
    [InlineData("true = 42, 3 = 42", "true : 42 3 : 42")]
    [InlineData("a.\"\".b = 1", "a : { \"\" : { b : 1 } }")]
    [InlineData("a.x = 42, a.y = 43", "a : { x : 42 y : 43 }")]
    public void Path_expressions(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a..b = 1")]
    [InlineData(".a = 1")]
    [InlineData("a. = 1")]
    [InlineData("${a} = 1")]
    [InlineData("a = ${b${c}}")]
    [InlineData("a = ${}")]
    [InlineData("a = ${b..c}")]
    public void Paths_that_are_none(string text) => Refuses(text);

    [Theory]
    [InlineData("a = ${a}")]
    [InlineData("a = ${a}bc")]
    [InlineData("a = ${a} [ x ]")]
    [InlineData("a = { b = ${a} }")]
    [InlineData("a = [${a}]")]
    [InlineData("a = ${b}, b = ${c}, c = ${a}")]
    [InlineData("a = ${nowhere}")]
    [InlineData("foo = ${foo}\nfoo = { a = 1 }\nfoo.b = ${nowhere}")]
    public void Substitutions_that_lead_nowhere(string text) => Refuses(text);
}
