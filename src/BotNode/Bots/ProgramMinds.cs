using System.Globalization;
using BotNode.CommandLine;
using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>The programs that think for the bots of a replay: each bot that starts gets one of its own.</summary>
/// <param name="commands">Which programs.</param>
/// <param name="errors">Takes what they write to stderr, and what is wrong with what they answer.</param>
/// <param name="time">Limits how long they may take to end.</param>
/// <param name="atOnce">Kills them when cancelled.</param>
internal sealed class ProgramMinds(MindCommands commands, TextWriter errors, TimeProvider time, CancellationToken atOnce) : IAsyncDisposable
{
    private readonly List<ExecMind> _programs = [];

    /// <summary>Starts the program of a bot.</summary>
    /// <returns>The mind; null if the bot has no program.</returns>
    public IMind? Of(string name)
    {
        if (commands.Of(name) is not { } command)
            return null;
        try
        {
            var program = ExecMind.Start(command, errors, time, atOnce);
            _programs.Add(program);
            return new ProgramMind(program);
        }
        catch (NodeStartException error)
        {
            return new NoMind(error.Message);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Task.WhenAll(_programs.Select(program => program.DisposeAsync().AsTask())).ConfigureAwait(false);

    private sealed class ProgramMind(ExecMind program) : IMind
    {
        public async Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            var reply = program.ReplyAsync(prompt, cancellationToken);
            await Task.WhenAny(reply, program.Ended).ConfigureAwait(false);
            return reply.IsCompleted ? await reply.ConfigureAwait(false) : throw new MindEndedException(HowItEnded(await program.Ended.ConfigureAwait(false)));
        }

        public void Hear(RoomEvent happened) => program.Hear(happened);

        private static string HowItEnded(int? exitCode) =>
            exitCode is null ? "ended" : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {exitCode}");
    }

    private sealed class NoMind(string why) : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromException<string?>(new MindEndedException($"did not start: {why}"));
    }
}
