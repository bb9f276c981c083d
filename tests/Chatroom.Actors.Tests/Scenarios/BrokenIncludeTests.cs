using System.Text;

namespace Chatroom.Actors.Tests;

/// <summary>What is said of a scenario that includes something broken: that, and all its own mistakes.</summary>
public sealed class BrokenIncludeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("socketbots-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    private string With(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>What is wrong with a file with two mistakes of its own, after its includes.</summary>
    private string[] Problems(string includes)
    {
        var path = With("mine.conf", $$"""
            {{includes}}
            roster = [Felix, Zed]
            room.rounds = many
            script = [{ join = Felix }, { answer = Nobody }]
            seed = ${base.seed}
            """);
        return [.. ScenarioReader.Problems(path).Select(line => line.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];
    }

    private static void AreToldWith(string include, string[] problems)
    {
        Assert.Equal(3, problems.Length);
        Assert.StartsWith(include, Assert.Single(problems, line => line.Contains("include", StringComparison.Ordinal) || line.StartsWith("part.conf", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("mine.conf:3: room.rounds: must be a whole number from 1 to 1000, not \"many\"", problems);
        Assert.Contains("mine.conf:4: script[1].answer: Nobody is not on the roster", problems);
    }

    [Theory]
    [InlineData("include \"nowhere.conf\"", "mine.conf:1: can't include \"nowhere.conf\": there is no nowhere.conf and no ")]
    [InlineData("include required(file(\"nowhere.conf\"))", "mine.conf:1: can't include \"nowhere.conf\": ")]
    [InlineData("include \"mine.conf\"", "mine.conf:1: too many includes; does \"mine.conf\" include itself?")]
    public void The_other_mistakes_are_told_beside_an_include_that(string include, string told) => AreToldWith(told, Problems(include));

    [Theory]
    [InlineData("a = [1\nb = 2", "part.conf:2: '=' can't stand in an unquoted value")]
    [InlineData("[1, 2]", "mine.conf:1: \"part.conf\" holds an array, and only an object can be included")]
    [InlineData("include \"part.conf\"", "part.conf:1: too many includes; does \"part.conf\" include itself?")]
    [InlineData("include \"deeper.conf\"", "part.conf:1: can't include \"deeper.conf\": ")]
    public void The_other_mistakes_are_told_beside_those_of_an_included_file(string part, string told)
    {
        With("part.conf", part);

        AreToldWith(told, Problems("include \"part.conf\""));
    }

    [Theory]
    [InlineData("61 3D E9", "is not UTF-8: byte 3 of the line is E9; was it saved as Windows-1252 or Latin-1? Save it as UTF-8")]
    [InlineData("FF FE 61 00", "is UTF-16; save it as UTF-8")]
    public void The_other_mistakes_are_told_beside_an_included_file_that_is_not_UTF8(string bytes, string told)
    {
        With("part.conf", Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));

        AreToldWith($"mine.conf:1: can't include \"part.conf\": part.conf:1: {told}", Problems("include \"part.conf\""));
    }

    [Fact]
    public void Two_broken_includes_are_both_told()
    {
        var problems = Problems("include \"one.conf\", include \"two.conf\"");

        Assert.Equal(4, problems.Length);
        Assert.Contains(problems, line => line.StartsWith("mine.conf:1: can't include \"one.conf\"", StringComparison.Ordinal));
        Assert.Contains(problems, line => line.StartsWith("mine.conf:1: can't include \"two.conf\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_can_not_be_read_to_its_end_still_tells_of_its_broken_include()
    {
        var path = With("torn.conf", "include \"nowhere.conf\"\nroom {\n");

        Assert.Equal([$"{path}:1: can't include", $"{path}:3: expected '}}' "], ScenarioReader.Problems(path).Select(line => line[..(line.IndexOf(": ", path.Length, StringComparison.Ordinal) + 15)]));
    }

    [Theory]
    [InlineData("personas.Felix.interest = sport")]
    [InlineData("personas.Felix.character = shy")]
    [InlineData("personas.Felix.stances.keen.at-interest = 3")]
    [InlineData("catalogue.actions = [{ category = chill }]")]
    public void What_a_key_below_it_overrides_lacks_nothing(string below)
    {
        var path = With("mine.conf", "include \"nowhere.conf\"\nroster = [Felix]\n" + below);

        Assert.StartsWith($"{path}:1: can't include \"nowhere.conf\"", Assert.Single(ScenarioReader.Problems(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_is_not_all_that_is_wrong_with_a_file()
    {
        var path = With("list.conf", "[{ include \"nowhere.conf\" }]");

        var problems = ScenarioReader.Problems(path);

        Assert.Equal(2, problems.Count);
        Assert.StartsWith($"{path}:1: can't include \"nowhere.conf\"", problems[0], StringComparison.Ordinal);
        Assert.Equal($"{path}:1: holds no settings", problems[1]);
    }

    [Fact]
    public void Not_more_than_a_hundred_broken_includes_are_told()
    {
        var path = With("many.conf", string.Concat(Enumerable.Range(0, 20_000).Select(number => $"include \"nowhere-{number}.conf\"\n")));

        Assert.Equal(101, ScenarioReader.Problems(path).Count);
    }

    [Fact]
    public void A_roster_that_may_stand_in_it_is_not_missed()
    {
        var path = With("short.conf", "include \"nowhere.conf\"\nroom.rounds = 0\nscript = [{ join = Felix }]\nexpect.verdicts = [{ Felix = answered }]");

        Assert.Equal(2, ScenarioReader.Problems(path).Count);
    }
}
