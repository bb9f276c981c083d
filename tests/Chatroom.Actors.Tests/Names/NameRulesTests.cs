namespace Chatroom.Actors.Tests;

/// <summary>What a bot may be called.</summary>
public sealed class NameRulesTests
{
    [Theory]
    [InlineData("Felix")]
    [InlineData("Anna Maria O'Neill-Smith (1st)")]
    [InlineData("José")]
    [InlineData("Jose\u0301")]
    [InlineData("Нина")]
    [InlineData("Ελένη")]
    [InlineData("山田 Taro")]
    [InlineData("김민수")]
    [InlineData("नेपाली")]
    [InlineData("R2D2 🤖")]
    [InlineData("Hostess")]
    [InlineData("Ghost")]
    public void Names_of_people_are_good(string name) => Assert.Null(NameRules.Mistake(name));

    [Theory]
    [InlineData("", "is no name: it has no characters")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "is too long: a name has at most 64 characters")]
    [InlineData("Fe\u001Blix", "has U+001B, a control character; leave it out")]
    [InlineData("Fe\u200Blix", "has U+200B, which does not show; leave it out")]
    [InlineData("Fe\u202Elix", "has U+202E, which does not show; leave it out")]
    [InlineData("Fe\u2066lix", "has U+2066, which does not show; leave it out")]
    [InlineData("Felix\U000E0041", "has U+E0041, which does not show; leave it out")]
    [InlineData("Felix\uFE0F", "has U+FE0F, which does not show; leave it out")]
    [InlineData("Fe\u2028lix", "has U+2028, which does not show; leave it out")]
    [InlineData("Felix\uE000", "has U+E000, a character that looks different everywhere; leave it out")]
    [InlineData("Felix\u0378", "has U+0378, which is no character; leave it out")]
    [InlineData("Fe\u00A0lix", "has U+00A0, a space of another kind; use a plain one")]
    [InlineData("Fe\u3000lix", "has U+3000, a space of another kind; use a plain one")]
    [InlineData("\u0301Felix", "has U+0301 where no letter takes it: a mark stands on a letter, and at most 4 on one")]
    [InlineData("Fe\u0301\u0302\u0303\u0304\u0305lix", "has U+0305 where no letter takes it: a mark stands on a letter, and at most 4 on one")]
    [InlineData(" Felix", "begins or ends with a space; leave it out")]
    [InlineData("Felix ", "begins or ends with a space; leave it out")]
    [InlineData("Anna  Maria", "has two spaces in a row; leave one out")]
    [InlineData("Felix: yes", "has a colon, which stands after a name; leave it out")]
    [InlineData("Felix：yes", "has a colon, which stands after a name; leave it out")]
    [InlineData("Host", "is taken for the Host; choose another")]
    [InlineData("hOST", "is taken for the Host; choose another")]
    [InlineData("Ｈｏｓｔ", "is taken for the Host; choose another")]
    [InlineData("𝐇𝐨𝐬𝐭", "is taken for the Host; choose another")]
    [InlineData("НОЅТ", "is taken for the Host; choose another")]
    [InlineData("Host suggested", "is taken for the Host; choose another")]
    [InlineData("N\u043Era", "mixes Latin and Cyrillic letters, of which some look alike: U+043E is Cyrillic; use letters of one script")]
    [InlineData("Н\u0069на", "mixes Cyrillic and Latin letters, of which some look alike: U+0069 is Latin; use letters of one script")]
    [InlineData("N\u03BFra", "mixes Latin and Greek letters, of which some look alike: U+03BF is Greek; use letters of one script")]
    public void A_name_that_could_deceive_is_a_mistake(string name, string mistake) => Assert.Equal(mistake, NameRules.Mistake(name));

    [Fact]
    public void Half_a_character_is_a_mistake() => Assert.Equal("has U+D800, half a character; leave it out", NameRules.Mistake("Fe\uD800lix"));

    [Theory]
    [InlineData("Anna", "anna", "anna and Anna look alike; call one of them something else")]
    [InlineData("José", "Jose\u0301", "Jose\u0301 (U+0301) and José (U+00E9) look alike; call one of them something else")]
    [InlineData("Anna", "Ａnna", "Ａnna (U+FF21) and Anna look alike; call one of them something else")]
    [InlineData("Capa", "Сара", "Сара (U+0421 U+0430 U+0440 U+0430) and Capa look alike; call one of them something else")]
    public void Two_that_look_alike_are_a_mistake(string one, string other, string mistake) =>
        Assert.Equal([mistake], NameRules.Mistakes([one, "Felix", other]));

    [Fact]
    public void Others_are_not() => Assert.Empty(NameRules.Mistakes(["Jose", "José", "Felix", "Felicia", "Felix"]));
}
