using Akka.Actor;
using Chatroom.Actors;

namespace BotNode.Nodes;

/// <summary>
/// Where the bots of a node live. When their room is lost, because its seed node was killed or the network broke for long, they
/// look for it again from another actor system: to the room's node, if that lives, the first one is dead for ever.
/// </summary>
/// <param name="start">Starts an actor system.</param>
/// <param name="room">The address of the seed node.</param>
/// <param name="patience">How long they look for a room that they lost; 0: not at all.</param>
/// <param name="onLost">Called when they begin to.</param>
internal sealed class BotHome(Func<ActorNode> start, RoomAddress room, TimeSpan patience, Action onLost)
{
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(2);

    /// <summary>Why the last actor system could not connect; null when it could.</summary>
    public string? ConnectionProblem { get; private set; }

    /// <summary>What the seed node says about its rooms, asked when a bot found nobody; null when it has one, or says nothing.</summary>
    public string? WhichRooms { get; private set; }

    /// <summary>Keeps the bots in their room until the last one has ended. When cancelled they say Bye first, if that goes quickly.</summary>
    /// <param name="bots">The bots.</param>
    /// <param name="patienceToJoin">How long they look for the room at first.</param>
    /// <param name="cancelled">When they shall go.</param>
    /// <returns>Their endings, in the order of the bots.</returns>
    public async Task<IReadOnlyList<BotNews>> RunAsync(IReadOnlyList<Resident> bots, TimeSpan patienceToJoin, CancellationToken cancelled)
    {
        var endings = new BotNews[bots.Count];
        List<int> living = [.. Enumerable.Range(0, bots.Count)];
        for (var again = false; living.Count > 0; again = true)
        {
            await using var node = start();
            var relay = living.Count > 1 ? node.System.ActorOf(RelayActor.Props(), "relay") : null;
            List<Task<BotNews>> lives = [.. living.Select(one => bots[one].LiveAsync(
                node.System, Select(node, RoomPath.Of(bots[one].Room)), relay, again ? patience : patienceToJoin))];
            List<int> lost = [];
            foreach (var (one, life) in living.Zip(lives))
            {
                var ending = await EndAsync(life, bots, lives, cancelled).ConfigureAwait(false);
                if (ending is BotNews.RoomLost && patience > TimeSpan.Zero)
                    lost.Add(one);
                // Nobody there where a room has been: it is lost for good.
                endings[one] = again && ending is BotNews.NobodyThere ? new BotNews.RoomLost() : ending;
            }

            ConnectionProblem = node.ConnectionProblem;
            if (ConnectionProblem is null && endings.Any(ending => ending is BotNews.NobodyThere))
                WhichRooms = await AskForRoomsAsync(node).ConfigureAwait(false);
            living = lost;
            if (lost.Count > 0)
                onLost();
        }

        return endings;
    }

    private ActorSelection Select(ActorNode node, string path) => node.System.ActorSelection($"{room}/user/{path}");

    private async Task<string?> AskForRoomsAsync(ActorNode node)
    {
        try
        {
            return (await Select(node, RoomPath.Rooms).Ask<ChatroomProtocol.TurnedAway>(new ChatroomProtocol.Join(null), AskLimit).ConfigureAwait(false)).Text;
        }
        catch (AskTimeoutException)
        {
            return null;
        }
    }

    private static async Task<BotNews> EndAsync(Task<BotNews> life, IReadOnlyList<Resident> bots, List<Task<BotNews>> lives, CancellationToken cancelled)
    {
        try
        {
            return await life.WaitAsync(cancelled).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            foreach (var bot in bots)
                bot.Tell(new BotCommand.Leave());
            await Task.WhenAny(Task.WhenAll(lives), Task.Delay(FarewellLimit, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
    }
}
