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

    [Fact]
    public void What_a_substitution_sets_may_be_set_again()
    {
        var texts = HoconFile.Parse("step { a = 1 }\nsteps = [${step} { a = 2 }]", "root.conf", _folder, section =>
        {
            section.Skip("step");
            return section.Objects("steps", step => step.Text("a"));
        });

        Assert.Equal(["2"], texts.Value);
    }

    [Fact]
    public void What_is_too_large_for_settings_is_not_read()
    {
        var large = Path.Combine(_folder, "large.conf");
        using (var file = File.Create(large))
            file.SetLength(HoconFile.MostBytes + 1);

        Assert.Equal([$"{large}: cannot be read: it is larger than 16 MB"], ReadFile(large).Errors);
        Assert.EndsWith("root.conf:1: can't include \"large.conf\": it is larger than 16 MB", Assert.Single(Read("include \"large.conf\"").Errors), StringComparison.Ordinal);
        Assert.Equal(HoconFile.MostBytes + 1, FileBytes.Read(large).Length);
    }

    [Fact]
    public void A_file_in_another_encoding_is_told_with_the_line()
    {
        var file = Write("root.conf", System.Text.Encoding.Latin1.GetBytes("# a place to eat\nv = café"));

        Assert.Equal([$"{file}:2: is not UTF-8: byte 8 of the line is E9; was it saved as Windows-1252 or Latin-1? Save it as UTF-8"], ReadFile(file).Errors);
    }

    [Fact]
    public void A_file_in_UTF16_is_told()
    {
        var file = Write("root.conf", [.. System.Text.Encoding.Unicode.Preamble, .. System.Text.Encoding.Unicode.GetBytes("v = 1")]);

        Assert.Equal([$"{file}:1: is UTF-16; save it as UTF-8"], ReadFile(file).Errors);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        Assert.Equal("1", ReadFile(Write("root.conf", [.. Utf8Text.Mark, .. "v = 1"u8])).Value);
    }

    [Fact]
    public void An_include_in_another_encoding_is_told_with_both_places()
    {
        var included = Write("b.conf", System.Text.Encoding.Latin1.GetBytes("v = café"));
        var file = Write("root.conf", "\ninclude \"b.conf\"");

        Assert.Equal(
            [$"{file}:2: can't include \"b.conf\": {included}:1: is not UTF-8: byte 8 of the line is E9; was it saved as Windows-1252 or Latin-1? Save it as UTF-8"],
            ReadFile(file).Errors);
    }

    private string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] content)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return file;
    }

    private Result<string> Read(string text) => ReadFile(Write("root.conf", text));

    private static Result<string> ReadFile(string file) => HoconFile.Read(file, section =>
    {
        section.Skip("personas");
        return section.Text("v");
    });
}
