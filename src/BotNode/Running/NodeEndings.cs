using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Running;

/// <summary>Brings the nodes of a conversation to their end: waits for it, asks for it, and kills those that are left.</summary>
/// <param name="seed">The seed node.</param>
/// <param name="bots">The bot nodes.</param>
/// <param name="time">The clock.</param>
internal sealed class NodeEndings(INodeProcess seed, BotProcesses bots, TimeProvider time)
{
    private static readonly TimeSpan BotsLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BotGoneLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SeedLimit = TimeSpan.FromSeconds(12);

    /// <summary>Waits for all bots, which end by themselves when the room has closed; after a crash, for those that joined.</summary>
    /// <returns>Null, or which bots did not end.</returns>
    public async Task<string?> BotsEndAsync(IReadOnlyList<RoomEvent> events, CancellationToken interrupted)
    {
        var hasCrash = Outcome.Crashed(events, bots.Ends).Count > 0;
        var ending = bots.Sent.Where(bot => !hasCrash || Outcome.HasJoined(bot.Name, events)).ToList();
        try
        {
            await Task.WhenAll(ending.Select(bot => bot.Exited)).WaitAsync(BotsLimit, time, interrupted).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            var left = ending.Where(bot => !bot.Exited.IsCompleted).Select(bot => bot.Name);
            return $"{string.Join("; ", [.. Outcome.Crashed(events, bots.Ends), string.Join(", ", left)])} did not end with the conversation.";
        }
    }

    /// <summary>Waits for the seed node, which has nothing left to do.</summary>
    /// <returns>Null, or that it did not end.</returns>
    public async Task<string?> SeedEndsAsync(CancellationToken interrupted)
    {
        seed.Tell(new NodeCommand.WaitNoMore());
        try
        {
            await seed.Exited.WaitAsync(SeedLimit, time, interrupted).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            return "The seed node did not end with the conversation.";
        }
    }

    /// <summary>Has the seed node close its room, and follows the conversation to its end.</summary>
    /// <param name="followAsync">Follows it until it ends or is cancelled.</param>
    public async Task FollowToTheStopAsync(Func<CancellationToken, Task> followAsync)
    {
        seed.Tell(new NodeCommand.Stop());
        using var limit = new CancellationTokenSource(SeedLimit, time);
        try
        {
            await followAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            seed.Kill(); // It hangs, and would not hear a second command either.
        }
    }

    /// <summary>Has the seed node close its room, so that its transcript is whole however the conversation ended; then kills all that are left.</summary>
    public async Task EndAllAsync()
    {
        if (!seed.Exited.IsCompleted)
        {
            seed.Tell(new NodeCommand.Stop());
            await Task.WhenAny(seed.Exited, Task.Delay(SeedLimit, time, CancellationToken.None)).ConfigureAwait(false);
        }

        // Programs that think for bots end with their nodes, unless those are killed.
        var living = bots.All.Where(bot => !bot.Exited.IsCompleted).ToList();
        living.ForEach(bot => bot.EndInput());
        await Task.WhenAny(Task.WhenAll(living.Select(bot => bot.Exited)), Task.Delay(BotGoneLimit, time, CancellationToken.None)).ConfigureAwait(false);
        List<INodeProcess> all = [seed, .. bots.All];
        all.ForEach(process => process.Kill());
        await Task.WhenAll(all.Select(process => process.Exited)).ConfigureAwait(false);
    }
}
