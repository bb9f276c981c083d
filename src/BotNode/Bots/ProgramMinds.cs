using System.Collections.Concurrent;
using BotNode.CommandLine;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>The programs that think for the bots of replays and simulations: each bot that starts gets one of its own.</summary>
/// <param name="commands">Which programs.</param>
/// <param name="errors">Takes what they write to stderr, and what is wrong with what they answer; null where only the last words of a program that ends are told.</param>
/// <param name="time">Limits how long they may take to end.</param>
/// <param name="atOnce">Kills them when cancelled.</param>
internal sealed class ProgramMinds(MindCommands commands, TextWriter? errors, TimeProvider time, CancellationToken atOnce) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ProgramMind, bool> _running = new();

    /// <summary>Starts the program of a bot.</summary>
    /// <returns>The mind, which ends the program when it is disposed of; null if the bot has no program.</returns>
    public IMind? Of(string name)
    {
        if (commands.Of(name) is not { } command)
            return null;
        var mind = ProgramMind.Start(command, folder: null, errors, time, ending => _running.TryRemove(ending, out _), atOnce);
        if (mind is ProgramMind running)
            _running[running] = true;
        return mind;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Task.WhenAll(_running.Keys.Select(mind => mind.DisposeAsync().AsTask())).ConfigureAwait(false);
}
