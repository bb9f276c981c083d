namespace Chatroom.TestKit.Tests;

/// <summary>The pages that users read.</summary>
internal static class Pages
{
    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = RepositoryFrom(AppContext.BaseDirectory);

    /// <summary>All pages of docs and those of the projects.</summary>
    public static IEnumerable<string> All => Directory.GetFiles(Path.Combine(Repository, "docs"), "*.md")
        .Concat(Directory.GetFiles(Path.Combine(Repository, "src"), "README.md", SearchOption.AllDirectories));

    /// <summary>The blocks of code in a language on a page of docs.</summary>
    public static IReadOnlyList<string> Blocks(string page, string language) =>
        [.. File.ReadAllText(Path.Combine(Repository, "docs", page)).ReplaceLineEndings("\n").Split($"```{language}\n").Skip(1).Select(rest => rest.Split("```")[0])];

    private static string RepositoryFrom(string folder) =>
        File.Exists(Path.Combine(folder, "SocketBots.sln")) ? folder : RepositoryFrom(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("This is not run from the repository."));
}
