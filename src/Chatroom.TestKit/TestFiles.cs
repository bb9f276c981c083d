using Microsoft.Extensions.FileSystemGlobbing;

namespace Chatroom.TestKit;

/// <summary>
/// The files of a test: beside its source, so that nothing must be copied and what is kept comes where it belongs; or beside its assembly,
/// if the source is elsewhere by now.
/// </summary>
internal static class TestFiles
{
    /// <summary>The files that match, by their paths from the folder in which they were found.</summary>
    /// <exception cref="FileNotFoundException">There are none.</exception>
    public static IReadOnlyList<string> Matching(string pattern, string test)
    {
        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(pattern);
        var found = Folders(test).Select(folder => matcher.GetResultsInFullPath(folder).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList())
            .FirstOrDefault(files => files.Count > 0);
        return found ?? throw new FileNotFoundException($"No file matches {pattern} in {string.Join(" or ", Folders(test))}.");
    }

    /// <summary>The file of this path; the path itself if there is none.</summary>
    public static string Find(string path, string test) => Folders(test).Select(folder => Path.Combine(folder, path)).FirstOrDefault(File.Exists) ?? path;

    /// <summary>Where what a test writes belongs.</summary>
    public static string FolderOf(string test) => Folders(test)[0];

    // A build that can be repeated says other paths than those of this machine.
    private static List<string> Folders(string test) =>
        [.. new[] { Path.GetDirectoryName(test) ?? "", AppContext.BaseDirectory }.Where(folder => folder.Length > 0 && Directory.Exists(folder))];
}
