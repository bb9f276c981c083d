using System.Diagnostics;
using Chatroom.Actors;

namespace BotNode.Processes;

/// <summary>
/// A node that this process started. We hold the pipe to its stdin: what we write are commands, and its end tells the
/// child that we are gone, for whatever reason.
/// </summary>
internal sealed class ChildProcess : INodeProcess
{
    private readonly Process _process;
    private readonly Lock _stdin = new();
    private readonly CancellationTokenRegistration _atOnce;

    private ChildProcess(string name, Process process, Action<string> onErrorLine, CancellationToken atOnce)
    {
        Name = name;
        _process = process;
        Exited = WatchAsync(onErrorLine);
        _atOnce = atOnce.Register(Kill);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public Task<int> Exited { get; }

    /// <summary>Starts the program once more.</summary>
    /// <param name="program">What to start.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="arguments">The verb and its options.</param>
    /// <param name="onErrorLine">Called with each line of its stderr.</param>
    /// <param name="atOnce">Kills it when cancelled.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program can't be started.</exception>
    public static ChildProcess Start(
        NodeProgram program, string name, IEnumerable<string> arguments, Action<string> onErrorLine, CancellationToken atOnce)
    {
        var start = PipedStart.Of(program.FileName);
        foreach (var argument in program.LeadingArguments.Concat(arguments))
            start.ArgumentList.Add(argument);
        return new ChildProcess(name, Process.Start(start)!, onErrorLine, atOnce);
    }

    /// <inheritdoc />
    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <inheritdoc />
    public Task DrainAsync() => _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);

    /// <inheritdoc />
    public void Tell(NodeCommand command)
    {
        lock (_stdin)
        {
            try
            {
                _process.StandardInput.WriteLine(command);
                _process.StandardInput.Flush();
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // The pipe broke because the child died, or was closed to end it; Exited has its code.
            }
        }
    }

    /// <inheritdoc />
    public void EndInput()
    {
        lock (_stdin)
        {
            try
            {
                _process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It is gone.
            }
        }
    }

    /// <inheritdoc />
    public void Kill() => _process.Kill();

    /// <inheritdoc />
    public void Dispose()
    {
        _atOnce.Dispose();
        _process.Dispose();
    }

    private async Task<int> WatchAsync(Action<string> onErrorLine)
    {
        while (await _process.StandardError.ReadLineAsync().ConfigureAwait(false) is { } line)
            onErrorLine(line);
        await _process.WaitForExitAsync().ConfigureAwait(false);
        return _process.ExitCode;
    }
}
