namespace BotNode.Output;

/// <summary>How much a file holds, behind all links that lead to it.</summary>
internal static class FileLength
{
    /// <summary>The number of its bytes; 0 for a device or a pipe; null if its name is a link that leads to nothing.</summary>
    /// <exception cref="UnauthorizedAccessException">A link may not be followed.</exception>
    public static long? Of(string path)
    {
        // A link is relative to the folder that it is in.
        var full = Path.GetFullPath(path);
        var target = new FileInfo(TargetOf(full) ?? full);
        return target.Exists && target.LinkTarget is null ? target.Length
            // The system shows what a process has open as links; those to pipes have no target with a name.
            : target.FullName.StartsWith("/proc/", StringComparison.Ordinal) || target.FullName.StartsWith("/dev/", StringComparison.Ordinal) ? 0
            : null;
    }

    private static string? TargetOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            return null; // The links go round in a circle: this one is still a link.
        }
    }
}
