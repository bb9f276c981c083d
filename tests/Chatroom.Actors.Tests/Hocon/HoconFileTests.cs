namespace Chatroom.Actors.Tests.Hocon;

/// <summary>Where what a file includes is looked for.</summary>
public sealed class HoconFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hocon-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_include_is_looked_for_beside_the_file_that_it_is_in()
    {
        Write("b.conf", "v = of the root");
        Write("sub/b.conf", "v = of the folder");
        Write("sub/a.conf", "include \"b.conf\"");

        Assert.Equal("of the folder", Read("include \"sub/a.conf\"").Value);
    }

    [Fact]
    public void An_include_in_an_include_may_lead_back_to_the_folder_of_the_root()
    {
        Write("b.conf", "v = of the root");
        Write("sub/a.conf", "include \"../b.conf\"");

        Assert.Equal("of the root", Read("include \"sub/a.conf\"").Value);
    }

    [Fact]
    public void An_include_may_be_a_whole_path()
    {
        var file = Write("sub/b.conf", "v = of the folder");

        Assert.Equal("of the folder", Read($"include \"{file}\"").Value);
    }

    [Fact]
    public void What_comes_with_the_program_can_be_included_from_anywhere()
    {
        Write("sub/a.conf", "include \"personas.conf\", v = 1");

        Assert.Equal("1", Read("include \"sub/a.conf\"").Value);
    }

    [Fact]
    public void An_include_that_is_in_neither_place_is_told_with_both()
    {
        Write("b.conf", "v = of the root");
        var file = Write("sub/a.conf", "include \"b.conf\"");

        Assert.Equal(
            [$"{file}:1: can't include \"b.conf\": there is no {Path.Combine(_folder, "sub", "b.conf")} and no {Path.Combine(HoconFile.ProgramFolder, "b.conf")}"],
            Read("include \"sub/a.conf\"").Errors);
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    private Result<string> Read(string text) => HoconFile.Read(Write("root.conf", text), section =>
    {
        section.Skip("personas");
        return section.Text("v");
    });
}
