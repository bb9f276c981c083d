namespace Chatroom.Actors.Tests;

/// <summary>What reaches a terminal.</summary>
public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("a\u202Eb", "a<U+202E>b")]
    [InlineData("a\u2066b\u2069", "a<U+2066>b<U+2069>")]
    [InlineData("\u200Fa", "<U+200F>a")]
    [InlineData("\u061Ca", "<U+061C>a")]
    [InlineData("a\u200Bb", "a<U+200B>b")]
    [InlineData("a\u00ADb", "a<U+00AD>b")]
    [InlineData("a\u2028b\u2029c\u0085", "a<U+2028>b<U+2029>c<U+0085>")]
    [InlineData("\e[2J\b\u009B", "<U+001B>[2J<U+0008><U+009B>")]
    [InlineData("a\rb", "a<U+000D>b")]
    [InlineData("a\nHost: b", "a<U+000A>Host: b")]
    [InlineData("a\r\nb\tc", "a<U+000D><U+000A>b<U+0009>c")]
    [InlineData("\U000E0041\U000E007F", "<U+E0041><U+E007F>")]
    [InlineData("\uE000\u0378", "<U+E000><U+0378>")]
    [InlineData("a\u3164\u115F\u2800", "a<U+3164><U+115F><U+2800>")]
    public void What_hides_or_rearranges_is_shown_by_its_code(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    [Fact]
    public void Half_a_character_is_shown_by_its_code() => Assert.Equal("a<U+D800>b<U+DC00>", VisibleText.Of("a\uD800b\uDC00"));

    [Theory]
    [InlineData("")]
    [InlineData("plain ~")]
    [InlineData("José, øya, Нина, Ελένη, नेपाली, 名前, שלום")]
    [InlineData("Jose\u0301")]
    [InlineData("🎉 👩\u200D👩\u200D👧 ❤\uFE0F\u200D🔥 1\uFE0F\u20E3")]
    [InlineData("می\u200Cخواهم")]
    public void What_people_write_stays(string text) => Assert.Equal(text, VisibleText.Of(text));

    [Theory]
    [InlineData("one\ttab\r\nand lines\n", "one\ttab\r\nand lines\n")]
    [InlineData("a\rb\u2028c\n", "a<U+000D>b<U+2028>c\n")]
    public void In_a_page_lines_and_tabs_stay(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text, isOneLine: false));

    [Theory]
    [InlineData("ab\uFE0Fc", "ab<U+FE0F>c")]
    [InlineData("❤\uFE0F\uFE0F", "❤\uFE0F<U+FE0F>")]
    [InlineData("é\u200D\u200D", "é\u200D<U+200D>")]
    [InlineData("\u200Da", "<U+200D>a")]
    public void What_puts_emoji_together_stays_only_after_a_character_and_once(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    [Fact]
    public void Of_many_marks_on_one_letter_only_the_first_are_drawn() =>
        Assert.Equal("a\u0301\u0302\u0303\u0304<U+0305><U+0306>b", VisibleText.Of("a\u0301\u0302\u0303\u0304\u0305\u0306b"));

    [Fact]
    public void What_was_shown_is_shown_the_same_again()
    {
        var shown = VisibleText.Of("a\u202E\e[0m");

        Assert.Equal(shown, VisibleText.Of(shown));
    }
}
