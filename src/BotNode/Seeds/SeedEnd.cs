using Akka.Actor;
using BotNode.Nodes;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>The end of a seed node: that of its rooms, or its own.</summary>
/// <param name="node">The node.</param>
/// <param name="rooms">Its rooms.</param>
/// <param name="top">The actor of the rooms.</param>
/// <param name="terminal">Takes the reason why the node ended before its rooms.</param>
/// <param name="time">Limits how long an orderly end may take.</param>
internal sealed class SeedEnd(ActorNode node, HostedRooms rooms, IActorRef top, Terminal terminal, TimeProvider time)
{
    // The time to bring a transcript to its end and to the disk; with many rooms, each needs some.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopLimitOfARoom = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for the end of all rooms; if interrupted, first lets them end in order, so that all bots hear of it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> WaitAsync(CancellationToken interrupted)
    {
        try
        {
            var gone = top.WatchAsync(CancellationToken.None);
            await Task.WhenAny(rooms.Ended, gone, node.EndedByItself).WaitAsync(interrupted).ConfigureAwait(false);
            return rooms.HaveEnded
                ? await rooms.Ended.ConfigureAwait(false)
                : terminal.NotAsExpected($"The seed node ends: {await WhyAsync().ConfigureAwait(false)}. A transcript goes as far as what happened.");
        }
        catch (OperationCanceledException)
        {
            rooms.BeginNoMore();
            top.Tell(ChatroomActor.Stop.Instance);
            await Task.WhenAny(rooms.Ended, Task.Delay(StopLimit + (StopLimitOfARoom * rooms.Count), time, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<string> WhyAsync()
    {
        if (!node.EndedByItself.IsCompleted && !node.IsEnding)
            return "somebody has stopped its rooms";
        await Task.WhenAny(node.EndedByItself, Task.Delay(StopLimit, time, CancellationToken.None)).ConfigureAwait(false);
        return node.EndedByItself.IsCompleted ? await node.EndedByItself.ConfigureAwait(false) : "its actor system is ending";
    }
}
