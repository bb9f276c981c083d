using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Duplicate keys and object merging", "Array and object concatenation", "The += field separator"
public class MergingTests
{
    [Fact]
    public void A_later_value_replaces_an_earlier_one() => Assert.Equal(2, HoconParser.Parse("a = 1, a = 2").GetInt("a"));

    [Fact]
    public void Objects_under_the_same_key_are_merged()
    {
        var root = HoconParser.Parse("a { x = 1, y { p = 1 } }\na { x = 2, y { q = 2 } }");

        Assert.Equal(2, root.GetInt("a.x"));
        Assert.Equal(1, root.GetInt("a.y.p"));
        Assert.Equal(2, root.GetInt("a.y.q"));
    }

    [Fact]
    public void A_value_between_two_objects_keeps_them_apart()
    {
        var root = HoconParser.Parse("a { x = 1 }\na = null\na { y = 2 }");

        Assert.False(root.HasPath("a.x"));
        Assert.Equal(2, root.GetInt("a.y"));
    }

    [Fact]
    public void Objects_next_to_each_other_are_merged()
    {
        var root = HoconParser.Parse("a = { x = 1 } { y = 2 }");

        Assert.Equal(1, root.GetInt("a.x"));
        Assert.Equal(2, root.GetInt("a.y"));
    }

    [Fact]
    public void Arrays_next_to_each_other_are_one() =>
        Assert.Equal([1, 2, 3, 4], HoconParser.Parse("a = [1, 2] [3, 4]").GetIntList("a"));

    [Fact]
    public void An_object_is_taken_over_and_extended()
    {
        var root = HoconParser.Parse("generic { name = g, size = 1 }\nspecial = ${generic} { name = s }");

        Assert.Equal("s", root.GetString("special.name"));
        Assert.Equal(1, root.GetInt("special.size"));
        Assert.Equal("g", root.GetString("generic.name"));
    }

    [Fact]
    public void An_array_is_taken_over_and_extended() =>
        Assert.Equal([1, 2, 3], HoconParser.Parse("a = [1]\nb = ${a} [2, 3]").GetIntList("b"));

    [Fact]
    public void Plus_equals_adds_to_an_array() =>
        Assert.Equal([1, 2, 3], HoconParser.Parse("a = [1]\na += 2\na += 3").GetIntList("a"));

    [Fact]
    public void Plus_equals_begins_an_array_if_there_is_none() =>
        Assert.Equal([1], HoconParser.Parse("a += 1").GetIntList("a"));

    [Fact]
    public void Keys_keep_the_order_of_the_text() =>
        Assert.Equal(["z", "a", "m"], HoconParser.Parse("z = 1\na = 2\nm = 3\nz = 4").AsEnumerable().Select(field => field.Key));
}
