namespace Chatroom.Actors.Tests;

public sealed class BotNamesTests
{
    [Theory]
    [InlineData("José", "Jose\u0301")]
    [InlineData("각", "\u1100\u1161\u11A8")]
    [InlineData("Ệ", "E\u0302\u0323")]
    public void However_a_name_is_typed_it_is_found_as_it_is_spelled_there(string spelled, string typed)
    {
        Assert.Equal(spelled, BotNames.Find(["Felix", spelled], typed));
        Assert.Equal(typed, BotNames.Find([typed, "Felix"], spelled));
    }

    [Theory]
    [InlineData("Felix", "felix")]
    [InlineData("José", "Jose")]
    [InlineData("Host", "Ｈost")]
    public void Another_name_is_not_found(string name, string wanted) => Assert.Null(BotNames.Find([name], wanted));

    [Fact]
    public void Of_two_spellings_in_an_old_roster_the_one_is_found_that_was_typed()
    {
        Assert.Equal("Jose\u0301", BotNames.Find(["José", "Jose\u0301"], "Jose\u0301"));
        Assert.Equal("José", BotNames.Find(["Jose\u0301", "José"], "José"));
    }

    [Theory]
    [InlineData("Felix", "felix")]
    [InlineData("Anna", "Ａnna")]
    [InlineData("Capa", "Сара")]
    [InlineData("HOPE", "НОРЕ")]
    [InlineData("Niko", "ΝΙΚΟ")]
    public void Another_name_that_looks_the_same_is_found_out(string name, string wanted)
    {
        Assert.Equal(name, BotNames.FindAlike(["Rateb", name], wanted));
        Assert.Null(BotNames.FindAlike([name], name));
    }
}
