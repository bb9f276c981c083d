using System.Threading.Channels;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>A bot that does what `run` tells it.</summary>
internal static class DrivenBot
{
    /// <summary>Waits until it is told which room to join, and stays in it until it ends there.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> JoinAsync(
        BotSetup setup, Terminal terminal, TimeProvider time, string ticket, ChannelReader<NodeCommand> commands, CancellationToken interrupted, CancellationToken atOnce)
    {
        // Started early, so that no step of a script waits for the start of an actor system.
        var first = await setup.StartNodeAsync(BotSetup.Loopback, terminal, interrupted).ConfigureAwait(false);
        // `run` tells what happens, but sees only what is said.
        using var screen = new BotScreen(terminal with { Out = new LastingWriter(TextWriter.Null), Error = new LastingWriter(TextWriter.Null) }, notes: terminal.Error);
        if (await commands.ReadAsync(interrupted).ConfigureAwait(false) is not NodeCommand.Join join || RoomAddress.Parse(join.Address) is not { } room)
            return terminal.CouldNotRun("The first command must be: join ADDRESS");
        await using var program = setup.Options.Exec is { } command ? ExecMind.Start(command, terminal.Error, time, atOnce) : null;
        var bot = setup.NewBot(ticket, join.Driven, program, screen);
        _ = ObeyAsync(bot, commands);
        var isFirst = true;
        Task<ActorNode> StartAsync(CancellationToken cancelled) =>
            Interlocked.Exchange(ref isFirst, false) ? Task.FromResult(first) : setup.StartNodeAsync(BotSetup.Loopback, terminal, cancelled);
        var runner = new BotRunner(StartAsync, room, setup.Options.Patience, () => { }, time, endsWithProcess: true);
        var living = runner.RunAsync([bot], new BotSettings().PatienceToJoin, (_, _) => { }, interrupted);
        if (program is not null && await MindEnding.IsFirstAsync(program, living, time, interrupted).ConfigureAwait(false))
            // As a node that crashed, which the room may wait for in vain.
            return terminal.CouldNotRun(await MindEnding.CrashAsync(program, setup.Options.Exec!, bot, living, time).ConfigureAwait(false));
        return screen.ExitCodeOf((await living.ConfigureAwait(false))[0], room, runner);
    }

    private static async Task ObeyAsync(BotSession bot, ChannelReader<NodeCommand> commands)
    {
        await foreach (var command in commands.ReadAllAsync().ConfigureAwait(false))
        {
            switch (command)
            {
                case NodeCommand.Answer answer:
                    bot.Tell(new BotCommand.Answer(answer.Round, answer.Text));
                    break;
                case NodeCommand.Leave:
                    bot.Tell(new BotCommand.Leave());
                    break;
                case NodeCommand.Disconnect:
                    bot.Disconnect();
                    break;
                case NodeCommand.Reconnect:
                    bot.Reconnect();
                    break;
            }
        }
    }
}
