using BotNode.Output;
using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Running;

/// <summary>Follows a conversation: shows what the seed node tells, and has the script played.</summary>
/// <param name="inputs">What it reacts to.</param>
/// <param name="seed">The seed node.</param>
/// <param name="bots">The bot nodes.</param>
/// <param name="report">Takes what the seed node tells.</param>
/// <param name="player">Plays the script.</param>
/// <param name="printer">Shows the conversation.</param>
internal sealed class ConversationLoop(
    RunInputs inputs, INodeProcess seed, BotProcesses bots, SeedReport report, ScriptPlayer player, EventPrinter printer)
{
    /// <summary>Follows it until the seed node has told everything, or has ended.</summary>
    /// <returns>Null, or why the conversation can't go on.</returns>
    public async Task<string?> RunAsync(CancellationToken interrupted)
    {
        await foreach (var input in inputs.ReadAllAsync(interrupted).ConfigureAwait(false))
        {
            // It was already handed out when the interruption came.
            if (input is RunInput.SeedEnded or RunInput.BotEnded)
                interrupted.ThrowIfCancellationRequested();
            switch (input)
            {
                case RunInput.SeedLine line when Take(line.Text) is { } mistake:
                    return mistake;
                // Only the end of a seed node that has stopped by itself tells why.
                case RunInput.SeedLine when report.Transcript is not null && !Outcome.IsStopped(report.Events):
                    return null;
                case RunInput.WaitOver wait:
                    wait.Then();
                    break;
                case RunInput.BotEnded bot:
                    if (bots.MemberOf(bot.Process) is { } name)
                        seed.Tell(new NodeCommand.Gone(name));
                    // A full room goes on; a room that is not full would wait in vain.
                    if (Outcome.IsMissedWhileGathering(bots.EndOf(bot.Process), report.Events))
                        seed.Tell(new NodeCommand.GiveUp());
                    break;
                case RunInput.SeedEnded ended:
                    return Outcome.BreakingOff(ended.End, report.Events);
            }
        }

        return null;
    }

    private string? Take(string line)
    {
        var mistake = report.Take(line, out var happened);
        if (happened is not null)
        {
            printer.Print(happened);
            player.Happened(happened);
        }

        return mistake;
    }
}
