namespace BotNode.Output;

/// <summary>Says why a file can't be written.</summary>
internal static class Unwritable
{
    /// <summary>A line that begins with the file.</summary>
    public static string Problem(string path, Exception error) => $"{path} can't be written: {Why(error)}";

    private static string Why(Exception error) => error switch
    {
        // A check has shown that its folder is there, so the system does not accept the name.
        FileNotFoundException or DirectoryNotFoundException => "the system makes no file or folder of that name there",
        UnauthorizedAccessException => "the system does not allow it",
        _ => error.Message,
    };
}
