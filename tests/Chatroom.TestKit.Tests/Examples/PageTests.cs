namespace Chatroom.TestKit.Tests.Examples;

/// <summary>What the pages show is what is compiled and run here.</summary>
public sealed class PageTests
{
    private static readonly string Folder = Path.Combine(Pages.Repository, "tests", "Chatroom.TestKit.Tests", "Examples");

    private static string Unindented(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())).Trim();

    [Theory]
    [InlineData("testing.md", "csharp", "*.cs")]
    [InlineData("testing.md", "hocon", "scenarios/*.conf")]
    [InlineData("library.md", "csharp", "*.cs")]
    public void Each_example_is_part_of_a_file(string page, string language, string files)
    {
        var sources = Directory.GetFiles(Folder, files).Select(file => Unindented(File.ReadAllText(file))).ToList();

        var examples = Pages.Blocks(page, language);

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Contains(sources, source => source.Contains(Unindented(example), StringComparison.Ordinal)));
    }
}
