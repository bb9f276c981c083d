namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Duplicate keys and object merging", "Array and object concatenation", "The += field separator"
public class MergingTests
{
    [Theory]
    [InlineData("a = 1, a = 2", "a : 2")]
    [InlineData("a { x = 1, y { p = 1 } }\na { x = 2, y { q = 2 } }", "a : { x : 2 y : { p : 1 q : 2 } }")]
    [InlineData("a { x = 1 }\na = null\na { y = 2 }", "a : { y : 2 }")]
    public void A_later_value_replaces_an_earlier_one_but_objects_are_merged(string text, string expected) =>
        Assert.Equal(expected, Reading.Print(text));

    [Theory]
    [InlineData("a = { x = 1 } { y = 2 }", "a : { x : 1 y : 2 }")]
    [InlineData("a = [1, 2] [3, 4]", "a : [1, 2, 3, 4]")]
    public void Objects_next_to_each_other_are_one_and_so_are_arrays(string text, string expected) =>
        Assert.Equal(expected, Reading.Print(text));

    [Theory]
    [InlineData("generic { name = g, size = 1 }\nspecial = ${generic} { name = s }", "generic : { name : \"g\" size : 1 } special : { name : \"s\" size : 1 }")]
    [InlineData("a = [1]\nb = ${a} [2, 3]", "a : [1] b : [1, 2, 3]")]
    public void What_a_substitution_stands_for_is_taken_over_and_extended(string text, string expected) =>
        Assert.Equal(expected, Reading.Print(text));

    [Theory]
    [InlineData("a = [1]\na += 2\na += 3", "a : [1, 2, 3]")]
    [InlineData("a += 1", "a : [1]")]
    public void Plus_equals_adds_to_an_array_and_begins_one_if_there_is_none(string text, string expected) =>
        Assert.Equal(expected, Reading.Print(text));

    [Fact]
    public void Keys_keep_the_order_of_the_text() =>
        Assert.Equal("z : 4 a : 2 m : 3", Reading.Print("z = 1\na = 2\nm = 3\nz = 4"));
}
