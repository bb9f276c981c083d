using System.Diagnostics;

namespace Chatroom.Actors;

/// <summary>
/// A shell of Windows and the processes that have come from it. The system can't be asked to end them, and what the shell has left
/// behind when it ended is not found.
/// </summary>
/// <param name="process">The shell.</param>
internal sealed class ProcessTree(Process process) : ShellProgram(process.StandardInput, process.StandardOutput, process.StandardError)
{
    /// <inheritdoc />
    public override Task<int?> Exited { get; } = WatchAsync(process);

    /// <inheritdoc />
    protected override bool IsGone => process.HasExited;

    /// <inheritdoc cref="ShellProgram.Start"/>
    public static new ProcessTree Start(string command)
    {
        var start = PipedStart.Of("cmd.exe");
        start.Arguments = $"/d /s /c \"{command}\"";
        return new ProcessTree(Process.Start(start)!);
    }

    /// <inheritdoc />
    public override void Kill() => process.Kill(entireProcessTree: true);

    /// <inheritdoc />
    protected override void Ask()
    {
        // There is no SIGTERM.
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        process.Dispose();
    }

    private static async Task<int?> WatchAsync(Process process)
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode;
    }
}
