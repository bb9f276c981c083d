using Chatroom.Actors.Hocon;

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
    public void A_path_as_a_key_is_nested_objects(string text) => Assert.Equal(1, HoconParser.Parse(text).GetInt("a.b.c"));

    [Fact]
    public void A_dot_in_quotes_belongs_to_the_key()
    {
        var root = HoconParser.Parse("a.\"b.c\" = 1");

        Assert.Equal(1, root.GetInt("a.\"b.c\""));
        Assert.False(root.HasPath("a.b.c"));
    }

    [Fact]
    public void Paths_with_a_common_beginning_share_their_object()
    {
        var root = HoconParser.Parse("a.b = 1, a.c = 2");

        Assert.Equal(["b", "c"], root.GetObject("a").Select(field => field.Key));
    }

    [Fact]
    public void A_path_is_its_keys()
    {
        var path = HoconPath.Parse("a.\"b.c\".d");

        Assert.Equal(["a", "b.c", "d"], path);
        Assert.Equal("d", path.Key);
        Assert.Equal("a.\"b.c\".d", path.Value);
        Assert.Equal(path, new HoconPath(["a", "b.c", "d"]));
        Assert.True(path.SubPath(1) == HoconPath.Parse("a"));
        Assert.True(path.SubPath(0, 2) != HoconPath.Parse("a"));
    }

    [Fact]
    public void The_empty_path_is_empty() => Assert.True(HoconPath.Empty.IsEmpty);

    [Fact]
    public void A_field_knows_its_path()
    {
        var field = HoconParser.Parse("a.b { c = 1 }").GetObject("a.b").GetField("c");

        Assert.Equal("c", field.Key);
        Assert.Equal("a.b.c", field.Path.Value);
    }
}
