namespace Chatroom.Actors.Tests;

public sealed class ChatTextTests
{
    [Fact]
    public void Control_characters_become_blanks() => Assert.Equal("a b c", ChatText.Clean("a\nb\u001bc"));

    [Fact]
    public void What_is_too_long_is_cut() => Assert.Equal(new string('x', ChatText.MaxText), ChatText.Clean(new string('x', ChatText.MaxText + 1)));

    [Fact]
    public void No_character_is_cut_in_half()
    {
        var before = new string('x', ChatText.MaxText - 1);

        Assert.Equal(before, ChatText.Clean(before + "\U0001F600"));
    }
}
