namespace Chatroom.Actors.Tests;

public sealed class HoconPlacesTests
{
    private static int LineOf(string path, string text) =>
        HoconPlaces.Of(text, "mine.conf", name => name == "other.conf" ? ("other.conf", "# two\nb.c = 1\n") : null).Find(path).Line;

    [Theory]
    [InlineData("a", "a = 1", 1)]
    [InlineData("a.b", "\n\na {\n  b = 2\n}", 4)]
    [InlineData("a.b", "a.b = 2", 1)]
    [InlineData("a.b", "a = {}\na.b : 2", 2)]
    [InlineData("a.b", "a { b = 1 }\n\na { b = 2 }", 3)]
    [InlineData("a.b", "{\n\"a\" {\n b = 1 } }", 3)]
    [InlineData("a b.c", "\na b { c = 1 }", 2)]
    [InlineData("b", "a = \"{ [ # //\"\nb = 1", 2)]
    [InlineData("b", "a = \"\"\"one\ntwo \" three\"\"\"\nb = 1", 3)]
    [InlineData("b", "a = { x = \"\\\"\" } // {\n# [\nb = 1", 3)]
    [InlineData("b", "a = ${?b.c} more\nb = 1", 2)]
    [InlineData("b", "a = http://x/y?z\nb = 1", 2)]
    [InlineData("a[0]", "a = [ 1\n 2 ]", 1)]
    [InlineData("a[1]", "a = [ 1\n 2 ]", 2)]
    [InlineData("a[1].b", "a = [\n {}\n { c = 1\n   b = 2 } ]", 4)]
    [InlineData("a[1]", "a = [1]\na += 2", 2)]
    [InlineData("a[1]", "a = [1]\na = [\n2\n3]", 4)]
    [InlineData("a[1][0]", "a = [[1], [\n2]]", 2)]
    [InlineData("a[2]", "a = [1] [2,\n3]", 2)]
    [InlineData("a[5]", "\na = ${b} [1]", 2)]
    [InlineData("a.zzz", "\na { b = 1 }", 2)]
    [InlineData("zzz", "\na { b = 1 }", 1)]
    [InlineData("b", "a = [ ${x}, 1 ], b = 3", 1)]
    [InlineData("c", "include \"other.conf\"\nc = 1", 2)]
    [InlineData("c", "include = 1\nc = 1", 2)]
    public void Tells_the_line(string path, string text, int line)
    {
        Assert.Equal(line, LineOf(path, text));
    }

    [Fact]
    public void What_is_included_stands_in_the_other_file()
    {
        var places = HoconPlaces.Of("a {\n include required(file(\"other.conf\")) }", "mine.conf", _ => ("other.conf", "# two\nb.c = 1\n"));

        Assert.Equal(new HoconPlace("other.conf", 2), places.Find("a.b.c"));
    }

    [Theory]
    [InlineData("a = [ { b")]
    [InlineData("}}}]]][[[")]
    [InlineData("\"")]
    [InlineData("a = \"\\")]
    [InlineData("include")]
    [InlineData("+ = ,")]
    public void Comes_to_its_end_whatever_the_text_is(string text)
    {
        Assert.Equal(1, LineOf("q", text));
    }
}
