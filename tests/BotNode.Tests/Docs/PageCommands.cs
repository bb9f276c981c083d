namespace BotNode.Tests.Docs;

/// <summary>The commands on a page, in the order in which a reader types them: the lines of its blocks of <c>sh</c>.</summary>
internal static class PageCommands
{
    // What the build of the tests has done already.
    private static readonly string[] OfTheBuild = ["dotnet build", "export PATH="];

    /// <summary>The steps of a page: commands that are typed at the same time, each in a terminal of its own. Most steps have one.</summary>
    /// <param name="page">The text of the page.</param>
    public static IReadOnlyList<IReadOnlyList<PageCommand>> Of(string page)
    {
        var steps = new List<IReadOnlyList<PageCommand>>();
        var parts = page.ReplaceLineEndings("\n").Split("```sh\n");
        for (var block = 1; block < parts.Length; block++)
        {
            var commands = parts[block].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !OfTheBuild.Any(start => line.StartsWith(start, StringComparison.Ordinal))).Select(PageCommand.Of).ToList();
            if (parts[block - 1].TrimEnd().EndsWith("<!-- each line in a terminal of its own -->", StringComparison.Ordinal))
                steps.Add(commands);
            else
                steps.AddRange(commands.Select(command => new[] { command }));
        }

        return steps;
    }
}

/// <summary>A command on a page.</summary>
/// <param name="Text">What is typed.</param>
/// <param name="Fails">Whether the page says that it fails.</param>
internal sealed record PageCommand(string Text, bool Fails)
{
    /// <summary>The command of a line, behind which a comment may stand, some blanks away.</summary>
    public static PageCommand Of(string line) => line.Split("   # ", 2) is [var text, var comment]
        ? new PageCommand(text.TrimEnd(), comment.StartsWith("fails", StringComparison.Ordinal))
        : new PageCommand(line, Fails: false);
}
