namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Path expressions", "Paths as keys"
public class PathTests
{
    [Theory]
    [InlineData("a.b.c = 1")]
    [InlineData("a { b.c = 1 }")]
    [InlineData("a.b { c = 1 }")]
    [InlineData("a { b { c = 1 } }")]
    [InlineData("\"a\".b.\"c\" = 1")]
    public void A_path_as_a_key_is_nested_objects(string text) => Assert.Equal("a : { b : { c : 1 } }", Reading.Print(text));

    [Theory]
    [InlineData("a.\"b.c\" = 1", "a : { \"b.c\" : 1 }")]
    [InlineData("  a b  c : 1", "\"a b  c\" : 1")]
    [InlineData("3.14 : 1", "3 : { 14 : 1 }")]
    public void A_dot_divides_keys_but_not_in_quotes_and_a_blank_does_not(string text, string expected) =>
        Assert.Equal(expected, Reading.Print(text));

    [Fact]
    public void Paths_with_a_common_beginning_share_their_object() =>
        Assert.Equal("a : { b : 1 c : 2 }", Reading.Print("a.b = 1, a.c = 2"));
}
