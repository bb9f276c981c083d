using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

/// <summary>Where a value or a key was written, as an error about it says.</summary>
public sealed class OriginTests
{
    [Theory]
    [InlineData("a = 1", "a", 1)]
    [InlineData("\n\na {\n  b = 2\n}", "a.b", 4)]
    [InlineData("{\n\"a\" {\n b = 1 } }", "a.b", 3)]
    [InlineData("\na b { c = 1 }", "a b.c", 2)]
    [InlineData("a =\n\n 1", "a", 3)]
    [InlineData("a = \"{ [ # //\"\nb = 1", "b", 2)]
    [InlineData("a = \"\"\"one\ntwo \" three\"\"\"\nb = 1", "b", 3)]
    [InlineData("a = { x = \"\\\"\" } // {\n# [\nb = 1", "b", 3)]
    [InlineData("a = x\r\nb = 1", "b", 2)]
    public void A_value_stands_where_it_is_written(string text, string path, int line) => Assert.Equal(line, LineOf(text, path));

    [Theory]
    [InlineData("a = 1\na = 2", "a", 2)]
    [InlineData("a { b = 1 }\n\na { b = 2 }", "a.b", 3)]
    [InlineData("a { b = 1 }\n\na.c = 2", "a.b", 1)]
    [InlineData("a = 1\na = ${?nowhere}", "a", 1)]
    public void Of_what_is_set_twice_the_last_one_counts(string text, string path, int line) => Assert.Equal(line, LineOf(text, path));

    [Theory]
    [InlineData("a {\n b = 1 }", 1)]
    [InlineData("a\n{ b = 1 }", 2)]
    [InlineData("\na.b.c = 1", 2)]
    [InlineData("a { b = 1 }\n\na { c = 2 }", 3)]
    [InlineData("a { b = 1 }\na.c = 2", 2)]
    [InlineData("a = ${b}\nb { c = 1 }", 2)]
    [InlineData("a = ${b} {\n c = 1 }\nb { d = 1 }", 1)]
    [InlineData("b { d = 1 }\na = ${b}\na.c = 2", 3)]
    public void An_object_stands_where_it_is_written_and_what_is_merged_where_the_last_part_is(string text, int line) =>
        Assert.Equal(line, LineOf(text, "a"));

    [Theory]
    [InlineData("\n\na = 1", 1)]
    [InlineData("\n{ a = 1 }", 2)]
    [InlineData("include \"other.conf\"\na = 1", 1)]
    public void What_is_not_in_braces_begins_with_the_file(string text, int line) => Assert.Equal(("mine.conf", line), PlaceOf(text, []));

    [Theory]
    [InlineData("a = [ 1\n 2 ]", 0, 1)]
    [InlineData("a = [ 1\n 2 ]", 1, 2)]
    [InlineData("a = [1]\na += 2", 0, 1)]
    [InlineData("a = [1]\na += 2", 1, 2)]
    [InlineData("a += 1\n\na += 2\na += 3", 1, 3)]
    [InlineData("a = [1]\na = [\n2\n3]", 1, 4)]
    [InlineData("a = [1] [2,\n3]", 2, 2)]
    [InlineData("\na = ${b} [1]\nb = [\n2\n3]", 0, 4)]
    [InlineData("\na = ${b} [1]\nb = [\n2\n3]", 2, 2)]
    [InlineData("a = [0]\na = ${a} [1]\na += 2", 1, 2)]
    [InlineData("x = 1\na = [ 0\n${x} ]", 1, 1)]
    [InlineData("a = ${b}\na += 1\nb = [\n0]", 0, 4)]
    [InlineData("a { 0 = 1\n 1 = 2 }\na += 3", 1, 2)]
    public void An_item_stands_where_it_is_written_however_it_came_into_the_list(string text, int item, int line) =>
        Assert.Equal(line, Assert.IsType<HoconArray>(ValueAt(text, ["a"])).Items[item].Origin.Line);

    [Theory]
    [InlineData("a = [\n1]", 1)]
    [InlineData("a = [1]\n\na += 2", 3)]
    [InlineData("a = [1]\na = ${a} [2]", 2)]
    [InlineData("a = ${b}\nb = [1]", 2)]
    public void A_list_stands_where_it_is_written_or_where_it_was_added_to_last(string text, int line) =>
        Assert.Equal(line, LineOf(text, "a"));

    [Theory]
    [InlineData("a = ${b}\nb = 5", 2)]
    [InlineData("a = ${b}\nb = ${c}\nc = 5", 3)]
    [InlineData("a = 1\nb = 5\na = ${b}", 2)]
    public void What_a_substitution_stands_for_is_to_be_mended_where_it_is_written(string text, int line) =>
        Assert.Equal(line, LineOf(text, "a"));

    [Theory]
    [InlineData("\na = ${FROM_OUTSIDE}", 2)]
    [InlineData("b = 1\na = ${b} s", 2)]
    [InlineData("b = 1\na = 1${b}", 2)]
    [InlineData("\na = one two", 2)]
    public void What_is_put_together_stands_where_that_is_done_and_so_does_the_environments(string text, int line) =>
        Assert.Equal(line, LineOf(text, "a"));

    [Theory]
    [InlineData("\na =\n 1", "a", 2)]
    [InlineData("a = 1\na = 2", "a", 2)]
    [InlineData("a { b\n = 1 }\na.c = 1", "a.b", 1)]
    [InlineData("a = ${b}\nb {\n c = 1 }", "a.c", 3)]
    [InlineData("a = ${b} {\n d = 1 }\nb {\n c = 1 }", "a.c", 4)]
    [InlineData("a = ${b} {\n c = 1 }\nb {\n c = 2 }", "a.c", 2)]
    public void A_key_has_a_place_of_its_own(string text, string path, int line)
    {
        var keys = path.Split('.');

        Assert.Equal(line, Assert.IsType<HoconObject>(ValueAt(text, keys[..^1])).Find(keys[^1])!.Key.Line);
    }

    [Theory]
    [InlineData("a {\n include required(file(\"other.conf\")) }", "a.b.c", "other.conf", 2)]
    [InlineData("include \"other.conf\"\nd = ${b.c}", "d", "other.conf", 2)]
    [InlineData("include \"other.conf\"\nd = ${b.c} s", "d", "mine.conf", 2)]
    [InlineData("include \"other.conf\"\n\nb.c = 1", "b.c", "mine.conf", 3)]
    [InlineData("include \"other.conf\"\n\nb.d = 1", "b.c", "other.conf", 2)]
    [InlineData("include \"other.conf\"\nc = 1", "c", "mine.conf", 2)]
    [InlineData("a {\n include \"other.conf\" }", "a", "mine.conf", 1)]
    public void What_is_included_stands_in_the_other_file(string text, string path, string file, int line) =>
        Assert.Equal((file, line), PlaceOf(text, path.Split('.')));

    [Fact]
    public void A_mistake_is_told_by_these_places()
    {
        const string text = """
            room {
              rounds = ${many}
              orders = roster
            }
            many =
              lots
            suggestions = [
              { action = party }
            ]
            roster = [Rateb]
            roster += [
              Felix
            ]
            """;

        var errors = ScenarioReaderTests.Parse(text).Errors.Select(error => string.Join(':', error.Split(':')[..3])).ToList();

        const int head = 6;
        Assert.Equal(
            [
                $"mine.conf:{head + 3}: room.orders",
                $"mine.conf:{head + 5}: many",
                $"mine.conf:{head + 6}: room.rounds",
                $"mine.conf:{head + 8}: suggestions[0].category",
                $"mine.conf:{head + 11}: roster[1]",
            ],
            errors);
    }

    private static int LineOf(string text, string path) => PlaceOf(text, path.Split('.')).Line;

    private static (string File, int Line) PlaceOf(string text, string[] path) =>
        ValueAt(text, path) is { Origin: var origin } ? (origin.File, origin.Line) : throw new KeyNotFoundException(string.Join('.', path));

    private static HoconValue? ValueAt(string text, string[] path) =>
        Assert.IsType<HoconObject>(Reading.Parse(text, ("other.conf", "# two\nb.c = 1\n"))).Find(path);
}
