using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using BotNode.CommandLine;
using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>
/// A program that thinks for a bot, over its stdin and stdout: docs/minds.md. If it gives no answer, the bot is silent. The owner of
/// the bot learns from <see cref="Ended"/> that it has ended too early. Disposing of this object ends the program and all that it started.
/// </summary>
internal sealed class ExecMind : IMind, IAsyncDisposable
{
    // An answer has at most 4096 characters, and JSON may write each as six.
    private const int MostOfALine = 64 * 1024;

    // The most lines that wait for a program that doesn't read: more than a long conversation has.
    private const int MostWaiting = 100_000;

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<int, TaskCompletionSource<string?>> _asked = new();
    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Process _process;
    private readonly TextWriter _errors;
    private readonly TimeProvider _time;
    private readonly Task _written;
    private readonly Task _errorsRead;
    private int _lastAsked;

    private ExecMind(Process process, TextWriter errors, TimeProvider time)
    {
        _process = process;
        _errors = errors;
        _time = time;
        _written = WriteAsync();
        _errorsRead = PassErrorsOnAsync();
        Ended = ReadAsync();
    }

    /// <summary>The program's exit code, once it has ended and all its answers were read; 128 + N when signal N killed it.</summary>
    public Task<int> Ended { get; }

    /// <summary>Starts the program by the system's shell.</summary>
    /// <param name="command">A command line, as typed in a shell.</param>
    /// <param name="errors">Takes what it writes to stderr, and what is wrong with what it answers.</param>
    /// <param name="time">Limits how long it may take to end.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no shell.</exception>
    public static ExecMind Start(string command, TextWriter errors, TimeProvider time)
    {
        var start = PipedStart.Of(OperatingSystem.IsWindows() ? "cmd.exe" : "/bin/sh");
        if (OperatingSystem.IsWindows())
        {
            start.Arguments = $"/d /s /c \"{command}\"";
        }
        else
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(command);
        }

        return new ExecMind(Process.Start(start)!, errors, time);
    }

    /// <inheritdoc />
    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var answer = _asked.GetOrAdd(prompt.Round, _ => new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously));
        Volatile.Write(ref _lastAsked, prompt.Round);
        Tell(MindJson.Of(prompt));
        return answer.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Hear(RoomEvent happened) => Tell(MindJson.Of(happened));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        try
        {
            await Ended.WaitAsync(EndLimit, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        await Task.WhenAny(Task.WhenAll(Ended, _written, _errorsRead), Task.Delay(EndLimit, _time, CancellationToken.None))
            .ConfigureAwait(false);
        _process.Dispose();
    }

    private void Tell(string line)
    {
        if (!_lines.Writer.TryWrite(line))
            Complain("does not read what it is told");
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await _process.StandardInput.WriteAsync(line + '\n').ConfigureAwait(false);
                if (_lines.Reader.Count == 0)
                    await _process.StandardInput.FlushAsync().ConfigureAwait(false);
            }

            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It no longer reads; when it has ended, Ended says so.
        }
    }

    private async Task<int> ReadAsync()
    {
        var lines = new BoundedLines(_process.StandardOutput, MostOfALine);
        while (await lines.NextAsync().ConfigureAwait(false) is { Text: var line, IsCut: var isCut })
        {
            if (isCut)
                Complain(string.Create(CultureInfo.InvariantCulture, $"wrote a line of more than {MostOfALine} characters, which is dropped"));
            else if (line.Length > 0)
                Take(line);
        }

        await _process.WaitForExitAsync().ConfigureAwait(false);
        return _process.ExitCode;
    }

    private void Take(string line)
    {
        if (MindJson.AnswerIn(line) is not { } answer)
            Complain($"wrote a line that is no answer like {{\"text\":\"Why not?\"}}: {Quote.Of(line)}");
        else if ((answer.Round ?? Volatile.Read(ref _lastAsked)) is var round && _asked.TryGetValue(round, out var asked))
        {
            if (!asked.TrySetResult(answer.Text))
                Complain(string.Create(CultureInfo.InvariantCulture, $"answered round {round} once more, which is dropped"));
        }
        else
            Complain(string.Create(CultureInfo.InvariantCulture, $"answered round {round}, about which it was not asked"));
    }

    private async Task PassErrorsOnAsync()
    {
        var lines = new BoundedLines(_process.StandardError, MostOfALine);
        while (await lines.NextAsync().ConfigureAwait(false) is { Text: var line })
            await _errors.WriteLineAsync(line).ConfigureAwait(false);
    }

    private void Complain(string what) => _errors.WriteLine($"botnode: The program of --exec {what}.");
}
