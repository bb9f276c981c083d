namespace BotNode.Output;

/// <summary>Says why a file can't be written.</summary>
internal static class Unwritable
{
    /// <summary>A line that begins with the file.</summary>
    public static string Problem(string path, Exception error) => $"{path} can't be written: {Why(error)}";

    private static string Why(Exception error) => error switch
    {
        // Its folder is there, as a look has shown before, so this is no such file as the system would make.
        FileNotFoundException or DirectoryNotFoundException => "the system makes no file or folder of that name there",
        UnauthorizedAccessException => "the system does not allow it",
        _ => error.Message,
    };
}
