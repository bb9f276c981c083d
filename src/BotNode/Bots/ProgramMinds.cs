using System.Collections.Concurrent;
using System.Globalization;
using BotNode.CommandLine;
using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>The programs that think for the bots of replays and simulations: each bot that starts gets one of its own.</summary>
/// <param name="commands">Which programs.</param>
/// <param name="errors">Takes what they write to stderr, and what is wrong with what they answer; null where only the last words of a program that ends are told.</param>
/// <param name="time">Limits how long they may take to end.</param>
/// <param name="atOnce">Kills them when cancelled.</param>
internal sealed class ProgramMinds(MindCommands commands, TextWriter? errors, TimeProvider time, CancellationToken atOnce) : IAsyncDisposable
{
    // Where a machine is busy, the end of an interpreter takes a while, and how it ends is judged.
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<ProgramMind, bool> _running = new();

    /// <summary>Starts the program of a bot.</summary>
    /// <returns>The mind, which ends the program when it is disposed of; null if the bot has no program.</returns>
    public IMind? Of(string name)
    {
        if (commands.Of(name) is not { } command)
            return null;
        var lastWords = errors is null ? new LastLine() : null;
        try
        {
            var mind = new ProgramMind(this, ExecMind.Start(command, lastWords ?? errors!, time, atOnce, errors ?? TextWriter.Null), lastWords);
            _running[mind] = true;
            return mind;
        }
        catch (NodeStartException error)
        {
            return new NoMind(error.Message);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Task.WhenAll(_running.Keys.Select(mind => mind.DisposeAsync().AsTask())).ConfigureAwait(false);

    private sealed class ProgramMind(ProgramMinds minds, ExecMind program, LastLine? lastWords) : IRunningMind
    {
        public MindComplaint Complaint => program.Complaint;

        public async Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            var reply = program.ReplyAsync(prompt, cancellationToken);
            await Task.WhenAny(reply, program.Ended).ConfigureAwait(false);
            return reply.IsCompleted ? await reply.ConfigureAwait(false) : throw new MindEndedException(HowItEnded(await program.Ended.ConfigureAwait(false)));
        }

        public void Hear(RoomEvent happened) => program.Hear(happened);

        public async Task<string?> EndAsync()
        {
            minds._running.TryRemove(this, out _);
            var stays = string.Create(CultureInfo.InvariantCulture, $"was still there {EndLimit.TotalSeconds} s after the end of its stdin");
            return await program.EndAsync(EndLimit, stays).ConfigureAwait(false) && await program.Ended.ConfigureAwait(false) is not (null or 0) and var exitCode
                ? HowItEnded(exitCode)
                : null;
        }

        public async ValueTask DisposeAsync()
        {
            if (minds._running.TryRemove(this, out _))
                await program.DisposeAsync().ConfigureAwait(false);
        }

        private string HowItEnded(int? exitCode) => string.Create(
            CultureInfo.InvariantCulture, $"ended{(exitCode is null ? "" : " with exit code ")}{exitCode}{(lastWords?.Text is { } words ? $": {words}" : "")}");
    }

    private sealed class NoMind(string why) : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromException<string?>(new MindEndedException($"did not start: {why}"));
    }
}
