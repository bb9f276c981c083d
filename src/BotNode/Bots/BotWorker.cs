using System.Threading.Channels;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>Keeps bots in their rooms until they leave.</summary>
internal static class BotWorker
{
    /// <summary>Joins the rooms and prints what the bots hear.</summary>
    /// <param name="setup">The parts of the bots.</param>
    /// <param name="terminal">Where to print.</param>
    /// <param name="time">The time.</param>
    /// <param name="newTicket">Draws a secret for a bot.</param>
    /// <param name="commands">The commands of `run`; null if the bot was started by hand.</param>
    /// <param name="interrupted">Cancelled when the bots shall go.</param>
    /// <param name="atOnce">Cancelled right before this process ends in no order.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        BotSetup setup, Terminal terminal, TimeProvider time, Func<string> newTicket, ChannelReader<NodeCommand>? commands,
        CancellationToken interrupted, CancellationToken atOnce)
    {
        try
        {
            return commands is null
                ? await BotsByHand.JoinAsync(setup, terminal, time, newTicket, interrupted, atOnce).ConfigureAwait(false)
                : await DrivenBot.JoinAsync(setup, terminal, time, newTicket(), commands, interrupted, atOnce).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (error is NodeStartException or ProgramStartException)
        {
            return terminal.CouldNotRun(error.Message);
        }
    }
}
