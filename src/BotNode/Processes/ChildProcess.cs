using System.Diagnostics;

namespace BotNode.Processes;

/// <summary>
/// A node that this process started. Its stdin is a pipe that we hold: what we write are commands, and its end tells the
/// child that we are gone, however we went.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly Lock _stdin = new();

    private ChildProcess(string name, Process process, Action<string> onErrorLine)
    {
        Name = name;
        _process = process;
        Exited = WatchAsync(onErrorLine);
    }

    /// <summary>What the user calls it: "seed node", or the bot's name.</summary>
    public string Name { get; }

    /// <summary>The process id, as the operating system knows it.</summary>
    public int Id => _process.Id;

    /// <summary>What it prints.</summary>
    public StreamReader Output => _process.StandardOutput;

    /// <summary>Its exit code, once it has ended and all its stderr was read; 128 + N when signal N killed it.</summary>
    public Task<int> Exited { get; }

    /// <summary>Starts the program once more.</summary>
    /// <param name="program">What to start.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="arguments">The verb and its options.</param>
    /// <param name="onErrorLine">Told each line of its stderr.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program can't be started.</exception>
    public static ChildProcess Start(
        NodeProgram program, string name, IEnumerable<string> arguments, Action<string> onErrorLine)
    {
        var start = PipedStart.Of(program.FileName);
        foreach (var argument in program.LeadingArguments.Concat(arguments))
            start.ArgumentList.Add(argument);
        return new ChildProcess(name, Process.Start(start)!, onErrorLine);
    }

    /// <summary>Writes a command to its stdin. To a child that is gone it is lost; <see cref="Exited"/> tells.</summary>
    public void Tell(object command)
    {
        lock (_stdin)
        {
            try
            {
                _process.StandardInput.WriteLine(command);
                _process.StandardInput.Flush();
            }
            catch (IOException)
            {
                // The pipe broke: the child died, which Exited says with its code.
            }
        }
    }

    /// <summary>Kills it at once (nodes start no processes of their own). Nothing happens to one that is gone.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Reads what it prints to the end without keeping it, so that it never waits for a full pipe.</summary>
    public Task DrainAsync() => Output.BaseStream.CopyToAsync(Stream.Null);

    /// <inheritdoc />
    public void Dispose() => _process.Dispose();

    private async Task<int> WatchAsync(Action<string> onErrorLine)
    {
        while (await _process.StandardError.ReadLineAsync().ConfigureAwait(false) is { } line)
            onErrorLine(line);
        await _process.WaitForExitAsync().ConfigureAwait(false);
        return _process.ExitCode;
    }
}
