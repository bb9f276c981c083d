namespace Chatroom.Actors.Tests;

/// <summary>Forms to compare texts in; the same on every machine, so never those of .NET.</summary>
public sealed class UnicodeFormsTests
{
    [Theory]
    [InlineData("José", "Jose\u0301")]
    [InlineData("Å", "A\u030A")]
    [InlineData("\u212B", "A\u030A")]
    [InlineData("ệ", "e\u0323\u0302")]
    [InlineData("e\u0302\u0323", "e\u0323\u0302")]
    [InlineData("각", "\u1100\u1161\u11A8")]
    [InlineData("가", "\u1100\u1161")]
    [InlineData("й", "и\u0306")]
    [InlineData("\U0002F800", "丽")]
    [InlineData("plain", "plain")]
    [InlineData("Ｈost", "Ｈost")]
    public void A_text_is_taken_apart(string text, string apart) => Assert.Equal(apart, UnicodeForms.Decomposed(text));

    [Theory]
    [InlineData("Felix", "felix")]
    [InlineData("Ｈｏｓｔ", "host")]
    [InlineData("𝐇𝐨𝐬𝐭", "host")]
    [InlineData("ⓗⓞⓢⓣ", "host")]
    [InlineData("Straße", "strasse")]
    [InlineData("ﬁ", "fi")]
    [InlineData("ÉCOLE", "e\u0301cole")]
    [InlineData("НИНА", "нина")]
    [InlineData("\u212A", "k")]
    public void Case_and_width_are_taken_away(string text, string folded) => Assert.Equal(folded, UnicodeForms.Folded(text));

    [Fact]
    public void Any_number_of_marks_is_put_in_order()
    {
        var apart = UnicodeForms.Decomposed("a" + string.Concat(Enumerable.Repeat("\u0302\u0323\u0301", 100_000)) + "b\u0302\u0323");

        Assert.Equal("a" + new string('\u0323', 100_000) + string.Concat(Enumerable.Repeat("\u0302\u0301", 100_000)) + "b\u0323\u0302", apart);
    }

    [Fact]
    public void Half_a_character_stays_what_it_is()
    {
        Assert.Equal("\uD800e\u0301", UnicodeForms.Decomposed("\uD800é"));
        Assert.Equal("\uDC00e\u0301", UnicodeForms.Folded("\uDC00É"));
    }
}
