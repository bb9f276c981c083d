namespace BotNode.Output;

/// <summary>What the program's exit code tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>It ran, and the outcome is as expected.</summary>
    public const int AsExpected = 0;

    /// <summary>It ran, and the outcome is not as expected; stderr says why.</summary>
    public const int NotAsExpected = 1;

    /// <summary>It could not run: bad arguments, a bad file, a port in use, nobody there.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Ctrl-C or SIGTERM ended it.</summary>
    public const int Interrupted = 130;

    /// <summary>The reader of its output is gone: the shell's code for a program that a broken pipe ended.</summary>
    public const int NobodyReads = 141;
}
