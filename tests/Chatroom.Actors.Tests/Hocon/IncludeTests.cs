using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Includes"
public class IncludeTests
{
    private static HoconRoot Parse(string text, params (string Name, string Text)[] files) =>
        HoconParser.Parse(text, (_, name) => Task.FromResult(files.Single(file => file.Name == name).Text));

    [Fact]
    public void An_include_adds_the_fields_of_its_text() =>
        Assert.Equal(1, Parse("include \"x\"\nb = 2", ("x", "a = 1")).GetInt("a"));

    [Fact]
    public void What_comes_after_an_include_wins() =>
        Assert.Equal(2, Parse("include \"x\"\na = 2", ("x", "a = 1")).GetInt("a"));

    [Fact]
    public void What_comes_before_an_include_gives_way() =>
        Assert.Equal(1, Parse("a = 2\ninclude \"x\"", ("x", "a = 1")).GetInt("a"));

    [Fact]
    public void Objects_are_merged_with_included_ones()
    {
        var root = Parse("include \"x\"\na { c = 2 }", ("x", "a { b = 1 }"));

        Assert.Equal(1, root.GetInt("a.b"));
        Assert.Equal(2, root.GetInt("a.c"));
    }

    [Fact]
    public void An_include_inside_an_object_adds_to_that_object() =>
        Assert.Equal(1, Parse("o { include \"x\" }", ("x", "a = 1")).GetInt("o.a"));

    [Fact]
    public void A_substitution_may_refer_to_what_was_included() =>
        Assert.Equal(1, Parse("include \"x\"\nb = ${a}", ("x", "a = 1")).GetInt("b"));

    [Theory]
    [InlineData("include \"x\"", HoconCallbackType.File)]
    [InlineData("include file(\"x\")", HoconCallbackType.File)]
    [InlineData("include url(\"x\")", HoconCallbackType.Url)]
    [InlineData("include classpath(\"x\")", HoconCallbackType.Resource)]
    public void The_callback_is_told_what_kind_of_place_is_named(string text, object type)
    {
        var asked = new List<HoconCallbackType>();

        HoconParser.Parse(text, (kind, _) =>
        {
            asked.Add(kind);
            return Task.FromResult("a = 1");
        });

        Assert.Equal(type, Assert.Single(asked));
    }
}
