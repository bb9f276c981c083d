using System.Globalization;

namespace Chatroom.Actors;

/// <summary>A program that thinks for a bot of a replay or a simulation: docs/minds.md. Each bot that starts gets one of its own.</summary>
public sealed class ProgramMind : IRunningMind
{
    // Where a machine is busy, the end of an interpreter takes a while, and how it ends is judged.
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly ExecMind _program;
    private readonly LastLine? _lastWords;
    private readonly Action<ProgramMind> _onEnding;
    private int _isEnding;

    private ProgramMind(ExecMind program, LastLine? lastWords, Action<ProgramMind> onEnding) => (_program, _lastWords, _onEnding) = (program, lastWords, onEnding);

    /// <inheritdoc />
    MindComplaint IRunningMind.Complaint => _program.Complaint;

    /// <summary>For <see cref="Minds"/>: starts a program for each bot.</summary>
    /// <param name="command">A command line, as typed in the system's shell.</param>
    /// <param name="folder">The folder in which it runs; null for that of this process.</param>
    public static Func<IMind> Of(string command, string? folder = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(command);
        return () => Start(command, folder, errors: null, RealTime.Clock, static _ => { }, CancellationToken.None);
    }

    /// <summary>Starts a program.</summary>
    /// <param name="command">A command line, as typed in the system's shell.</param>
    /// <param name="folder">The folder in which it runs; null for that of this process.</param>
    /// <param name="errors">Takes what it writes to stderr, and what is wrong with what it answers; null where only the last words of a program that ends are told.</param>
    /// <param name="time">Limits how long it may take to end.</param>
    /// <param name="onEnding">Told when somebody ends it.</param>
    /// <param name="atOnce">Kills it when cancelled.</param>
    /// <returns>The mind; one that says why it can't answer if the program can't be started.</returns>
    internal static IMind Start(string command, string? folder, TextWriter? errors, TimeProvider time, Action<ProgramMind> onEnding, CancellationToken atOnce)
    {
        var lastWords = errors is null ? new LastLine() : null;
        try
        {
            return new ProgramMind(ExecMind.Start(command, lastWords ?? errors!, time, atOnce, errors ?? TextWriter.Null, folder), lastWords, onEnding);
        }
        catch (ProgramStartException error)
        {
            return new NoMind(error.Message);
        }
    }

    /// <inheritdoc />
    public async Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var reply = _program.ReplyAsync(prompt, cancellationToken);
        await Task.WhenAny(reply, _program.Ended).ConfigureAwait(false);
        return reply.IsCompleted ? await reply.ConfigureAwait(false) : throw new MindEndedException(HowItEnded(await _program.Ended.ConfigureAwait(false)));
    }

    /// <inheritdoc />
    public void Hear(RoomEvent happened) => _program.Hear(happened);

    /// <inheritdoc />
    async Task<string?> IRunningMind.EndAsync()
    {
        if (!IsFirstToEnd())
        {
            return null;
        }
        var stays = string.Create(CultureInfo.InvariantCulture, $"was still there {EndLimit.TotalSeconds} s after the end of its stdin");
        return await _program.EndAsync(EndLimit, stays).ConfigureAwait(false) && await _program.Ended.ConfigureAwait(false) is not (null or 0) and var exitCode
            ? HowItEnded(exitCode)
            : null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (IsFirstToEnd())
        {
            await _program.DisposeAsync().ConfigureAwait(false);
        }
    }

    private bool IsFirstToEnd()
    {
        var isFirst = Interlocked.Exchange(ref _isEnding, 1) == 0;
        if (isFirst)
        {
            _onEnding(this);
        }
        return isFirst;
    }

    private string HowItEnded(int? exitCode) => string.Create(
        CultureInfo.InvariantCulture, $"ended{(exitCode is null ? "" : " with exit code ")}{exitCode}{(_lastWords?.Text is { } words ? $": {words}" : "")}");

    private sealed class NoMind(string why) : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromException<string?>(new MindEndedException($"did not start: {why}"));
    }
}
