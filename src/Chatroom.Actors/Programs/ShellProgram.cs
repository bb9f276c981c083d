namespace Chatroom.Actors;

/// <summary>
/// A command line in the system's shell, with pipes to it, and all that it starts: one unit, which ends as a whole. Programs of it
/// may hold the pipes open when the shell has gone.
/// </summary>
/// <param name="input">Its stdin.</param>
/// <param name="output">Its stdout.</param>
/// <param name="errors">Its stderr.</param>
internal abstract class ShellProgram(StreamWriter input, StreamReader output, StreamReader errors) : IDisposable
{
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Its stdin.</summary>
    public TextWriter Input => input;

    /// <summary>Its stdout.</summary>
    public TextReader Output => output;

    /// <summary>Its stderr.</summary>
    public TextReader Errors => errors;

    /// <summary>The exit code of the shell, once it has ended; 128 + N when signal N killed it; null if the system does not tell.</summary>
    public abstract Task<int?> Exited { get; }

    /// <summary>Whether nothing of it runs any more.</summary>
    protected abstract bool IsGone { get; }

    /// <summary>Starts it.</summary>
    /// <param name="command">A command line, as typed in a shell.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no shell.</exception>
    public static ShellProgram Start(string command) =>
        OperatingSystem.IsWindows() ? ProcessTree.Start(command) : ProcessGroup.Start(command);

    /// <summary>Ends all that is left of it: asks it to end, and kills it 2 s later.</summary>
    public async Task EndAsync(TimeProvider time)
    {
        var begin = time.GetTimestamp();
        Ask();
        while (!IsGone && time.GetElapsedTime(begin) < AskLimit)
            await Task.Delay(Pause, time, CancellationToken.None).ConfigureAwait(false);
        Kill();
    }

    /// <summary>Kills all of it at once. Does nothing if it is gone.</summary>
    public abstract void Kill();

    /// <summary>Asks all of it to end, if the system knows a way.</summary>
    protected abstract void Ask();

    /// <summary>Closes the pipes to it.</summary>
    public virtual void Dispose()
    {
        // What is left to write can't be written: so not the writer, which would try.
        input.BaseStream.Dispose();
        output.BaseStream.Dispose();
        errors.BaseStream.Dispose();
    }
}
