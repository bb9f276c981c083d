using BotNode.Output;

namespace BotNode.Seeds;

/// <summary>The file of a transcript. A file with content is never overwritten; an empty one and a device are used.</summary>
internal static class TranscriptFile
{
    // The lines of the transcript would stand between those that are printed, or over them.
    private static readonly string[] Screens = ["/dev/stdout", "/dev/stderr", "/dev/fd/1", "/dev/fd/2", "/proc/self/fd/1", "/proc/self/fd/2"];

    /// <summary>Why no transcript can be written to this path; null if one can, or if none is wanted.</summary>
    public static string? Problem(string? path) => path switch
    {
        null => null,
        "" => "--transcript takes the name of a file.",
        _ when Directory.Exists(path) => $"{path} is a folder; --transcript takes the name of a file.",
        _ when Screens.Contains(Path.GetFullPath(path), StringComparer.Ordinal) =>
            $"{path} is this program's own output; --transcript takes the name of a file (seed --json prints the transcript).",
        _ => FileProblem(path),
    };

    /// <summary>Why this path is no folder for transcripts; null if it is one or can become one, or if none is wanted.</summary>
    public static string? FolderProblem(string? path) => path switch
    {
        null => null,
        "" => "--transcript takes the name of a folder, for there is more than one conversation.",
        _ when File.Exists(path) => $"{path} is a file; --transcript takes the name of a folder, for there is more than one conversation.",
        _ when Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) is { } above && !Directory.Exists(above) =>
            $"{path} can't be made: there is no folder {above}.",
        _ => null,
    };

    /// <summary>Creates the file, or opens the empty one.</summary>
    /// <exception cref="IOException">It can't be created, somebody else has created it meanwhile, or somebody else writes it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be created.</exception>
    public static LastingWriter Create(string path)
    {
        var mode = File.Exists(path) ? FileMode.Open : FileMode.CreateNew;
        // Without its own buffer: the system then has each flushed line, or the failure is known at once.
        return Writer(Own(path, new FileStream(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0)));
    }

    /// <summary>Opens a file to go on after its intact lines; what follows them is cut off.</summary>
    /// <exception cref="IOException">It can't be written, somebody else writes it, or somebody else has written it since the lines were read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static LastingWriter Resume(string path, IReadOnlyList<string> lines)
    {
        var file = Own(path, new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0));
        if (!file.CanSeek)
        {
            file.Dispose();
            throw new IOException("it is a pipe; --resume goes on in a file");
        }

        var end = lines.Sum(line => Terminal.Utf8.GetByteCount(line) + 1L);
        if (HasLineAfter(end, file))
        {
            file.Dispose();
            throw new IOException("another seed node has written it meanwhile");
        }

        // Only the line feed of the last line may be missing.
        file.Position = end - 1;
        file.WriteByte((byte)'\n');
        file.SetLength(end);
        return Writer(file);
    }

    private static LastingWriter Writer(FileStream file) => new(new StreamWriter(file, Terminal.Utf8), () => file.Flush(flushToDisk: true));

    // Windows enforces FileShare; on Linux two writers would hold the same shared lock. This lock is for writers only: readers do not ask
    // for it. It belongs to the process, and ends when the process closes the file, even if it had opened it for something else.
    private static FileStream Own(string path, FileStream file)
    {
        try
        {
            if (OperatingSystem.IsLinux() && file.CanSeek && !IsDevice(path))
                file.Lock(0, 0);
            return file;
        }
        catch (IOException)
        {
            file.Dispose();
            throw new IOException("another seed node is writing it; wait until that has ended, or choose another file");
        }
    }

    // A device may have many writers at once, and a pipe takes no lock.
    private static bool IsDevice(string path) => Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    // A killed writer leaves the beginning of a line, never its end.
    private static bool HasLineAfter(long end, FileStream file)
    {
        if (file.Length <= end)
            return false;
        var rest = new byte[file.Length - end];
        file.Position = end;
        file.ReadExactly(rest);
        return rest.Contains((byte)'\n');
    }

    private static string? FileProblem(string path)
    {
        try
        {
            var length = File.Exists(path) ? FileLength.Of(path) : 0;
            return length is null
                ? $"{path} is a link to nothing; choose another name for --transcript, or remove it."
                : NewFile.Problem(path, "--transcript", length > 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unwritable.Problem(path, error);
        }
    }
}
