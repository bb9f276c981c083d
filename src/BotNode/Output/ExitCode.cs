namespace BotNode.Output;

/// <summary>What the program's exit code tells its caller.</summary>
internal static class ExitCode
{
    private const int SignalBase = 128;
    private const int HangUp = 1;
    private const int Interrupt = 2;
    private const int Quit = 3;
    private const int BrokenPipe = 13;
    private const int Terminate = 15;

    /// <summary>It ran, and the outcome is as expected.</summary>
    public const int AsExpected = 0;

    /// <summary>It ran, and the outcome is not as expected; stderr says why.</summary>
    public const int NotAsExpected = 1;

    /// <summary>It could not run: bad arguments, a bad file, a port in use, nobody there.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Its terminal was closed.</summary>
    public const int HungUp = SignalBase + HangUp;

    /// <summary>It was ended before its end: by Ctrl-C, or without a signal that would have a code of its own.</summary>
    public const int Interrupted = SignalBase + Interrupt;

    /// <summary>The reader of its output is gone: the shell's code for a program that a broken pipe ended.</summary>
    public const int NobodyReads = SignalBase + BrokenPipe;

    /// <summary>A signal ended it: the shell's code for that.</summary>
    public static int OfSignal(int signal) => SignalBase + signal;

    /// <summary>The signal that ended a process with this code; null if it ended by itself.</summary>
    public static int? SignalIn(int code) => code > SignalBase && !OperatingSystem.IsWindows() ? code - SignalBase : null;

    /// <summary>Whether a process was told to end: by Ctrl-C, the end of its terminal or of its session, or a service manager.</summary>
    public static bool IsInterruption(int code) => SignalIn(code) is HangUp or Interrupt or Quit or Terminate;
}
