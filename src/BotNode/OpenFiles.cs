using System.Globalization;
using System.Text;
using BotNode.Output;
using Microsoft.Win32.SafeHandles;

namespace BotNode;

/// <summary>
/// Whether the system lets this process open as many files as it needs. With too few the runtime fails to load parts of the program,
/// each time another one, and says nothing that helps. So this needs nothing but the runtime's core. Linux only; elsewhere there are enough.
/// </summary>
internal static class OpenFiles
{
    /// <summary>What to do when there are too few. The runtime itself has raised the soft limit to the hard one.</summary>
    public const string Advice = "Raise the hard limit of open files: LimitNOFILE=1024 for systemd, --ulimit nofile=1024 for docker run, or ulimit -Hn 1024 as root";

    // A node with a few bots needs 130.
    private const int Needed = 256;
    private const int Stderr = 2;
    private const string Limits = "/proc/self/limits";
    private const string Line = "Max open files";

    /// <summary>Says on stderr that there are too few, if that is so.</summary>
    /// <returns><see cref="ExitCode.CouldNotRun"/>, or null if there are enough.</returns>
    public static int? Check()
    {
        if (!OperatingSystem.IsLinux() || ProblemIn(TextOf(Limits)) is not { } problem)
            return null;
        using var stderr = new FileStream(new SafeFileHandle(Stderr, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        stderr.Write(Encoding.UTF8.GetBytes("botnode: " + problem + "\n"));
        return ExitCode.CouldNotRun;
    }

    /// <summary>Why the program can't run with the limits that the system shows, in one line; null if it can.</summary>
    internal static string? ProblemIn(string limits)
    {
        var start = limits.IndexOf(Line, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var rest = limits[(start + Line.Length)..].TrimStart();
        return int.TryParse(rest[..Math.Max(0, rest.IndexOf(' ', StringComparison.Ordinal))], NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most < Needed
            ? "Only " + most.ToString(CultureInfo.InvariantCulture) + " files may be open at once here, which is too few. " + Advice
            : null;
    }

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
