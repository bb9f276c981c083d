using System.Runtime.InteropServices;
using BotNode.Output;

namespace BotNode.Processes;

/// <summary>
/// The end of a pipe that `run` holds. It carries commands, one per line; when it ends, `run` is gone and this process
/// ends at once. Ctrl-C, a service manager and others signal every process of the group, so here a signal does not end the process: a
/// bot node leaves that to `run`, and a seed node also closes its room by itself.
/// </summary>
internal sealed class CommandPipe : IDisposable
{
    private readonly PosixSignalRegistration[] _signals =
        [Outlive(PosixSignal.SIGHUP), Outlive(PosixSignal.SIGINT), Outlive(PosixSignal.SIGQUIT), Outlive(PosixSignal.SIGTERM)];

    /// <summary>Starts to read commands, on a thread of its own since reading a pipe blocks.</summary>
    /// <param name="terminal">The terminal whose stdin is the pipe.</param>
    /// <param name="onCommand">Told each command, in order, on that thread.</param>
    /// <param name="onGone">Done when `run` is gone, before this process goes.</param>
    public CommandPipe(Terminal terminal, Action<string> onCommand, Action onGone)
    {
        var reader = new Thread(() =>
        {
            while (terminal.In.ReadLine() is { } command)
                onCommand(command);
            onGone();
            Environment.Exit(ExitCode.Interrupted);
        })
        {
            IsBackground = true,
            Name = "commands of run",
        };
        reader.Start();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
    }

    private static PosixSignalRegistration Outlive(PosixSignal signal) => PosixSignalRegistration.Create(signal, context => context.Cancel = true);
}
