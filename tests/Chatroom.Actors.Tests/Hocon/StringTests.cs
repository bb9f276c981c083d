namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Unquoted strings", "Multi-line strings", "String value concatenation"
public class StringTests
{
    private static string? Read(string value) => Reading.At("a = " + value, "a");

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two words", "two words")]
    [InlineData("two   words", "two   words")]
    [InlineData("  around  ", "around")]
    [InlineData("10 apples", "10 apples")]
    [InlineData("a-b_c.d/e", "a-b_c.d/e")]
    [InlineData("truely", "truely")]
    public void Unquoted_text_keeps_its_inner_blanks_and_loses_the_outer(string text, string value) =>
        Assert.Equal(value, Read(text));

    [Theory]
    [InlineData("\"\\ud83d\"", "d83d")]
    [InlineData("\"\\ud83dx\"", "d83d")]
    [InlineData("\"\\ud83d\\u0041\"", "d83d")]
    [InlineData("\"\\ud83d\\n\"", "d83d")]
    [InlineData("\"\\ude00\"", "de00")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", "d83d")]
    public void Half_a_character_is_an_error(string value, string half) =>
        Assert.Equal($"mine.conf:2: \\u{half} is only half of a character", Reading.Refused($"\na = {value}").Message);

    [Theory]
    [InlineData("""
        "a\"b"
        """, "a\"b")]
    [InlineData("""
        "a\\b"
        """, "a\\b")]
    [InlineData("""
        "a\nb\tc\rd"
        """, "a\nb\tc\rd")]
    [InlineData("""
        "\u00e4"
        """, "ä")]
    [InlineData("""
        "{a: 1, [b]} ${c}"
        """, "{a: 1, [b]} ${c}")]
    [InlineData("""
        ""
        """, "")]
    [InlineData("\" around \"", " around ")]
    public void Quoted_text_is_as_in_JSON(string text, string value) => Assert.Equal(value, Read(text));

    [Theory]
    [InlineData("\"\"\"a\nb\"\"\"", "a\nb")]
    [InlineData("\"\"\"a \"quoted\" b\"\"\"", "a \"quoted\" b")]
    [InlineData("\"\"\"no \\n escape\"\"\"", "no \\n escape")]
    [InlineData("\"\"\"say \"hi\"\"\"\"", "say \"hi\"")]
    public void Text_in_triple_quotes_is_taken_as_it_is(string text, string value) => Assert.Equal(value, Read(text));

    [Theory]
    [InlineData("a \"b c\" d", "a b c d")]
    [InlineData("\"a\"\"b\"", "ab")]
    [InlineData("\"a\"  \"b\"", "a  b")]
    [InlineData("1 2", "1 2")]
    [InlineData("v1.2", "v1.2")]
    public void Values_next_to_each_other_are_one_text(string text, string value) => Assert.Equal(value, Read(text));

    [Fact]
    public void A_concatenation_may_stand_in_an_array() =>
        Assert.Equal("[\"a b\", \"c d\"]", Reading.At("a = [a b, c d]", "a"));

    [Fact]
    public void A_concatenation_ends_with_its_line() =>
        Assert.Equal("x", Reading.At("a = x\nb = y", "a"));
}
