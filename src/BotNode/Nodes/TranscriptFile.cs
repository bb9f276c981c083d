using System.Text;

namespace BotNode.Nodes;

/// <summary>The file that a transcript is written to. What is in a file already is never overwritten.</summary>
internal static class TranscriptFile
{
    /// <summary>Why no transcript can be written to this path; null when it can, or when none is wanted.</summary>
    public static string? Problem(string? path) => path switch
    {
        null => null,
        "" => "--transcript takes the name of a file.",
        _ when Path.Exists(path) => $"{path} exists already; choose another name for --transcript, or remove it.",
        _ when Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder) =>
            $"{path} can't be written: there is no folder {folder}.",
        _ => null,
    };

    /// <summary>Creates the file.</summary>
    /// <exception cref="IOException">It exists, or it can't be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be created.</exception>
    public static StreamWriter Create(string path) =>
        new(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
