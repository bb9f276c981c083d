namespace BotNode.Output;

/// <summary>Says why a new file can't be made. The content of an existing file is never overwritten.</summary>
internal static class NewFile
{
    /// <summary>Why there can be no new file of this path; null if there can, as far as a check tells.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that names it.</param>
    /// <param name="exists">Whether there is content that must stay.</param>
    public static string? Problem(string path, string option, bool exists) =>
        exists ? ExistsAlready(path, $" for {option}")
        : FolderOf(path) is { } folder && !Directory.Exists(folder) ? NoFolder(path)
        : null;

    /// <summary>Writes a file that must not exist yet.</summary>
    /// <returns>Null when it is written, otherwise why not.</returns>
    public static string? Write(string path, string text)
    {
        try
        {
            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write), Terminal.Utf8);
            file.Write(text);
            return null;
        }
        catch (DirectoryNotFoundException) when (FolderOf(path) is { } folder && !Directory.Exists(folder))
        {
            return NoFolder(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unwritable.Problem(path, error);
        }
    }

    /// <summary>The line for a file that exists.</summary>
    /// <param name="path">The file.</param>
    /// <param name="where">What the name is for, after a blank; nothing if that is clear.</param>
    public static string ExistsAlready(string path, string where = "") => $"{path} exists already; choose another name{where}, or remove it.";

    /// <summary>The line for a file in a folder that is not there.</summary>
    public static string NoFolder(string path) => $"{path} can't be written: there is no folder {FolderOf(path)}.";

    private static string? FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path));
}
