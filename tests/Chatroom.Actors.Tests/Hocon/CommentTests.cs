namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Comments"
public class CommentTests
{
    [Theory]
    [InlineData("# first\na = 1")]
    [InlineData("// first\na = 1")]
    [InlineData("a = 1 # behind a value")]
    [InlineData("a = 1 // behind a value")]
    [InlineData("a = 1, # behind a comma\n")]
    public void What_follows_a_hash_or_two_slashes_does_not_count(string text) => Assert.Equal("1", Reading.At(text, "a"));

    [Fact]
    public void A_comment_may_stand_between_the_items_of_an_array() =>
        Assert.Equal("[1, 2]", Reading.At("a = [\n 1 # one\n // two:\n 2\n]", "a"));

    [Theory]
    [InlineData("a = \"x # y\"", "x # y")]
    [InlineData("a = \"http://x\"", "http://x")]
    [InlineData("a = \"\"\"x # y // z\"\"\"", "x # y // z")]
    public void A_comment_sign_in_quotes_is_text(string text, string value) => Assert.Equal(value, Reading.At(text, "a"));
}
