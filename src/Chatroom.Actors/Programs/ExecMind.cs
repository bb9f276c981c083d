using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Threading.Channels;

namespace Chatroom.Actors;

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

    // How long it may take to end by itself when its stdin has ended.
    private static readonly TimeSpan StdinLimit = TimeSpan.FromSeconds(2);

    // What it has started, and has left its group, may hold its pipes open for ever.
    private static readonly TimeSpan LastWordsLimit = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<int, TaskCompletionSource<string?>> _asked = new();
    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly ShellProgram _program;
    private readonly TextWriter _errors;
    private readonly TimeProvider _time;
    private readonly MindComplaints _complaints;
    private readonly CancellationTokenRegistration _atOnce;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _written;
    private readonly Task _answersRead;
    private readonly Task _errorsRead;
    private int _lastAsked;

    private ExecMind(ShellProgram program, TextWriter errors, TextWriter complaints, TimeProvider time, CancellationToken atOnce)
    {
        _program = program;
        _errors = errors;
        _time = time;
        _complaints = new MindComplaints(complaints, time);
        _atOnce = atOnce.Register(program.Kill);
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
        _written = WriteAsync();
        _errorsRead = PassErrorsOnAsync();
        _answersRead = ReadAsync();
        Ended = WatchAsync();
    }

    /// <summary>The program's exit code, once it has ended and all that it wrote was read; 128 + N when signal N killed it; null if the system does not tell.</summary>
    public Task<int?> Ended { get; }

    /// <summary>What it did wrong and was not heeded.</summary>
    public MindComplaint Complaint => _complaints.All;

    /// <summary>Starts the program by the system's shell.</summary>
    /// <param name="command">A command line, as typed in a shell.</param>
    /// <param name="errors">Takes what it writes to stderr, and what is wrong with what it answers.</param>
    /// <param name="time">Limits how long it may take to end.</param>
    /// <param name="atOnce">Kills it when cancelled.</param>
    /// <param name="complaints">Takes what is wrong with what it answers, if that does not go where its stderr goes.</param>
    /// <param name="folder">The folder in which it runs; null for that of this process.</param>
    /// <exception cref="ProgramStartException">The system can't start it; the message says why.</exception>
    public static ExecMind Start(string command, TextWriter errors, TimeProvider time, CancellationToken atOnce, TextWriter? complaints = null, string? folder = null)
    {
        try
        {
            return new ExecMind(ShellProgram.Start(folder is null ? command : Quote.CommandIn(folder, command)), errors, complaints ?? errors, time, atOnce);
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            throw new ProgramStartException($"The program of --exec can't be started: {error.Message}", error);
        }
    }

    /// <inheritdoc />
    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var answer = _asked.GetOrAdd(prompt.Round, _ => new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously));
        Volatile.Write(ref _lastAsked, prompt.Round);
        if (!answer.Task.IsCompleted)
            Tell(MindJson.Of(prompt));
        return answer.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Hear(RoomEvent happened) => Tell(MindJson.Of(happened));

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await EndAsync(StdinLimit).ConfigureAwait(false);

    /// <summary>Ends its stdin, and then the program and all that it started. As disposing of it does, which must not follow.</summary>
    /// <param name="limit">How long it may take to end by itself.</param>
    /// <param name="complaint">What to complain of if it does not; null for nothing.</param>
    /// <returns>Whether it did.</returns>
    public async Task<bool> EndAsync(TimeSpan limit, string? complaint = null)
    {
        _lines.Writer.TryComplete();
        await Task.WhenAny(_program.Exited, Task.Delay(limit, _time, CancellationToken.None)).ConfigureAwait(false);
        var byItself = _program.Exited.IsCompleted;
        if (!byItself && complaint is not null)
            _complaints.Add(complaint);
        await _program.EndAsync(_time).ConfigureAwait(false);
        await ForLastWordsAsync(Ended, _written, _answersRead, _errorsRead).ConfigureAwait(false);
        await _closing.CancelAsync().ConfigureAwait(false);
        await ForLastWordsAsync(_written, _answersRead, _errorsRead).ConfigureAwait(false);
        await _atOnce.DisposeAsync().ConfigureAwait(false);
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        _complaints.Dispose();
        _program.Dispose();
        _closing.Dispose();
        return byItself;
    }

    private Task<Task> ForLastWordsAsync(params Task[] tasks) =>
        Task.WhenAny(Task.WhenAll(tasks), Task.Delay(LastWordsLimit, _time, CancellationToken.None));

    // The process may end without disposing of anything: an error that nobody caught ends it at once.
    private void KillAtExit(object? sender, EventArgs e) => _program.Kill();

    private void Tell(string line)
    {
        if (!_lines.Writer.TryWrite(line))
            _complaints.Add("does not read what it is told");
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(_closing.Token).ConfigureAwait(false))
            {
                await _program.Input.WriteAsync((line + '\n').AsMemory(), _closing.Token).ConfigureAwait(false);
                if (_lines.Reader.Count == 0)
                    await _program.Input.FlushAsync(_closing.Token).ConfigureAwait(false);
            }

            _program.Input.Close();
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // It no longer reads; when it has ended, Ended says so.
        }
    }

    private async Task<int?> WatchAsync()
    {
        var exitCode = await _program.Exited.ConfigureAwait(false);
        await ForLastWordsAsync(_answersRead, _errorsRead).ConfigureAwait(false);
        return exitCode;
    }

    private async Task ReadAsync()
    {
        var lines = new BoundedLines(_program.Output, MostOfALine, _time, _closing.Token);
        while (await lines.NextAsync().ConfigureAwait(false) is { Text: var line, IsCut: var isCut })
        {
            if (isCut)
                _complaints.Add(string.Create(CultureInfo.InvariantCulture, $"wrote a line of more than {MostOfALine} characters, which is dropped"));
            else if (line.Length > 0)
                Take(line);
        }
    }

    private void Take(string line)
    {
        if (MindJson.AnswerIn(line) is not { } answer)
            _complaints.Add($"wrote a line that is no answer like {{\"text\":\"Why not?\"}}: {Quote.Of(line)}");
        else if ((answer.Round ?? Volatile.Read(ref _lastAsked)) is var round && _asked.TryGetValue(round, out var asked))
        {
            if (!asked.TrySetResult(answer.Text))
                _complaints.Add(string.Create(CultureInfo.InvariantCulture, $"answered round {round} once more, which is dropped"));
        }
        else
            _complaints.Add(string.Create(CultureInfo.InvariantCulture, $"answered round {round}, about which it was not asked"));
    }

    private async Task PassErrorsOnAsync()
    {
        var lines = new BoundedLines(_program.Errors, MostOfALine, _time, _closing.Token);
        while (await lines.NextAsync().ConfigureAwait(false) is { Text: var line })
            await _errors.WriteLineAsync(line).ConfigureAwait(false);
    }
}
