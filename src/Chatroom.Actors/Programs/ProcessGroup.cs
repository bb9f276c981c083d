using System.IO.Pipes;

namespace Chatroom.Actors;

/// <summary>
/// A shell as the leader of a process group of a Unix system. What it starts is in that group, too, unless it leaves. So all of it can be
/// signalled when the shell has gone, and Ctrl-C in the terminal reaches none of it.
/// </summary>
internal sealed class ProcessGroup : ShellProgram
{
    private const int OnlyAsk = 0;
    private const int KillSignal = 9;
    private const int TerminateSignal = 15;

    private readonly int _group;
    private readonly TaskCompletionSource<int?> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Another group may get the number of one that is gone.
    private volatile bool _isGone;

    private ProcessGroup(int group, Stream input, Stream output, Stream errors)
        : base(new StreamWriter(input, PipedStart.Utf8), new StreamReader(output, PipedStart.Utf8), new StreamReader(errors, PipedStart.Utf8))
    {
        _group = group;
        var waiting = new Thread(Wait)
        {
            IsBackground = true,
            Name = "end of a program",
        };
        waiting.Start();
    }

    /// <inheritdoc />
    public override Task<int?> Exited => _exited.Task;

    /// <inheritdoc />
    protected override bool IsGone => !Signal(OnlyAsk);

    /// <inheritdoc cref="ShellProgram.Start"/>
    public static new ProcessGroup Start(string command)
    {
        List<AnonymousPipeServerStream> pipes = [];
        try
        {
            foreach (var direction in new[] { PipeDirection.Out, PipeDirection.In, PipeDirection.In })
                pipes.Add(new AnonymousPipeServerStream(direction));
            var group = PosixSpawn.Start(["/bin/sh", "-c", command], [.. pipes.Select(pipe => pipe.ClientSafePipeHandle)]);
            pipes.ForEach(pipe => pipe.DisposeLocalCopyOfClientHandle());
            return new ProcessGroup(group, pipes[0], pipes[1], pipes[2]);
        }
        catch
        {
            // There may be too few files that may be open.
            pipes.ForEach(pipe => pipe.Dispose());
            throw;
        }
    }

    /// <inheritdoc />
    public override void Kill() => Signal(KillSignal);

    /// <inheritdoc />
    protected override void Ask() => Signal(TerminateSignal);

    private void Wait()
    {
        var exitCode = PosixSpawn.Wait(_group);
        // As long as others of the group are there, or the shell is not waited for, nobody gets its number: so ask now.
        Signal(OnlyAsk);
        _exited.SetResult(exitCode);
    }

    private bool Signal(int signal)
    {
        _isGone = _isGone || !PosixSpawn.Signal(_group, signal);
        return !_isGone;
    }
}
