using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>The programs that think for the bots of a node, each for one. A program ends with its bot, and a bot crashes with its program.</summary>
/// <param name="command">The command line of each; null if the bots think as their personas do.</param>
/// <param name="terminal">Takes what they write to stderr, what is wrong with what they answer, and which have ended too early.</param>
/// <param name="time">Limits how long they may take to end.</param>
/// <param name="atOnce">Kills them when cancelled.</param>
internal sealed class BotPrograms(string? command, Terminal terminal, TimeProvider time, CancellationToken atOnce) : IAsyncDisposable
{
    private readonly List<Program> _all = [];

    /// <summary>Starts the program of the next bot.</summary>
    /// <returns>The bot's mind; null if it thinks as its persona does.</returns>
    /// <exception cref="ProgramStartException">The system can't start it; the message says why.</exception>
    public IMind? Start()
    {
        if (command is null)
            return null;
        _all.Add(new Program(ExecMind.Start(command, terminal.Error, time, atOnce)));
        return _all[^1].Mind;
    }

    /// <summary>Notes that a bot has ended.</summary>
    public void NoteEnded(int bot)
    {
        if (command is not null)
            _all[bot].BotEnded.TrySetResult();
    }

    /// <summary>Whether a bot crashed with its program.</summary>
    public bool HasCrashed(int bot) => command is not null && _all[bot].IsFirst;

    /// <summary>Lets bots crash with their programs, and tells which do.</summary>
    /// <param name="bots">The bots, in the order in which their programs were started.</param>
    /// <param name="living">Done when all bots have ended.</param>
    /// <param name="interrupted">Cancelled when they shall go.</param>
    /// <returns>Done when all bots and programs have ended.</returns>
    public Task WatchAsync(IReadOnlyList<BotSession> bots, Task living, CancellationToken interrupted) =>
        Task.WhenAll(_all.Select((program, bot) => WatchAsync(program, bots[bot], bots.Count == 1, living, interrupted)));

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Task.WhenAll(_all.Select(program => program.EndAsync())).ConfigureAwait(false);

    private async Task WatchAsync(Program program, BotSession bot, bool isAlone, Task living, CancellationToken interrupted)
    {
        var ending = Task.WhenAny(program.BotEnded.Task, living);
        if (await MindEnding.IsFirstAsync(program.Mind, ending, time, interrupted).ConfigureAwait(false))
        {
            program.IsFirst = true;
            var told = await MindEnding.CrashAsync(program.Mind, command!, bot, ending, time).ConfigureAwait(false);
            terminal.NotAsExpected(isAlone || bot.Name is not { } name ? told : $"{name}: {told}");
        }

        await program.EndAsync().ConfigureAwait(false);
    }

    private sealed class Program(ExecMind mind)
    {
        private volatile bool _isFirst;
        private Task? _end;

        public ExecMind Mind => mind;

        public TaskCompletionSource BotEnded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Whether it has ended before its bot.</summary>
        public bool IsFirst
        {
            get => _isFirst;
            set => _isFirst = value;
        }

        public Task EndAsync() => _end ??= mind.DisposeAsync().AsTask();
    }
}
