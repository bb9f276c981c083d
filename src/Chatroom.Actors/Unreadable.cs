namespace Chatroom.Actors;

/// <summary>Says why a file can't be read.</summary>
internal static class Unreadable
{
    /// <summary>The reason, for a line that begins with the file.</summary>
    public static string Why(string path, Exception error) => error switch
    {
        _ when Directory.Exists(path) => "is a folder; name a file in it",
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException => "cannot be read: the system does not allow it",
        _ => $"cannot be read: {error.Message}",
    };
}
