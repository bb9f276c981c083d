using Akka.Actor;
using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>
/// Where the bots of a node live. When their room is lost, because its seed node was killed or the network broke for long, they
/// look for it again from another actor system: to the room's node, if that lives, the first one is dead for ever.
/// </summary>
/// <param name="start">Starts an actor system; until it is cancelled.</param>
/// <param name="room">The address of the seed node.</param>
/// <param name="patience">How long they look for a room that they lost; 0: not at all.</param>
/// <param name="onLost">Called when they begin to.</param>
/// <param name="endsWithProcess">Whether the process ends right after the last bot: then nobody has to be taken leave of, as the room has heard each bot's Bye.</param>
internal sealed class BotRunner(
    Func<CancellationToken, Task<ActorNode>> start, RoomAddress room, TimeSpan patience, Action onLost, bool endsWithProcess = false)
{
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan OthersLimit = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(5);

    // Between two actor systems of which each ends at once, as when a relay takes connections for a seed node that is not there.
    private static readonly TimeSpan RestartDelay = TimeSpan.FromSeconds(1);

    private volatile string? _whyGivenUp;
    private readonly TaskCompletionSource<ActorNode> _node = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first actor system, once it has started.</summary>
    public Task<ActorNode> Node => _node.Task;

    /// <summary>Why the last actor system could not connect; null when it could.</summary>
    public string? ConnectionProblem { get; private set; }

    /// <summary>What the seed node says about its rooms, asked when a bot found nobody; null when it has one, or says nothing.</summary>
    public string? WhichRooms { get; private set; }

    /// <summary>Keeps the bots in their room until the last one has ended. When cancelled they say Bye first, if that goes quickly.</summary>
    /// <param name="bots">The bots.</param>
    /// <param name="patienceToJoin">How long they look for the room at first.</param>
    /// <param name="onEnded">Told at once which one has ended, and how; but not of those that found nobody, for why is known only when all have ended.</param>
    /// <param name="cancelled">When they shall go.</param>
    /// <returns>Their endings, in the order of the bots.</returns>
    public async Task<IReadOnlyList<BotNews>> RunAsync(
        IReadOnlyList<BotSession> bots, TimeSpan patienceToJoin, Action<int, BotNews> onEnded, CancellationToken cancelled)
    {
        var crew = new Crew(bots, new BotNews[bots.Count], onEnded);
        await LiveAsync(crew, [.. Enumerable.Range(0, bots.Count)], new Search(patienceToJoin, IsForLost: false), cancelled).ConfigureAwait(false);
        return crew.Endings;
    }

    /// <summary>Ends the search of bots of which none has been in a room: where one was let in, the node is welcome.</summary>
    /// <param name="bots">The bots.</param>
    /// <param name="why">Why they look in vain; that becomes the <see cref="ConnectionProblem"/>.</param>
    public void GiveUp(IReadOnlyList<BotSession> bots, string why)
    {
        if (bots.Any(bot => bot.HasBeenIn.IsCompleted))
            return;
        _whyGivenUp = why;
        foreach (var bot in bots)
            bot.LoseSystem();
    }

    /// <summary>Keeps some of the bots in an actor system; those that lose their room go on in another one, while the others stay.</summary>
    private async Task LiveAsync(Crew crew, List<int> living, Search search, CancellationToken cancelled)
    {
        var (bots, endings, onEnded) = crew;
        var began = TimeProvider.System.GetTimestamp();
        List<Task> elsewhere = [];
        ActorNode? node = null;
        try
        {
            node = await start(cancelled).ConfigureAwait(false);
            _node.TrySetResult(node);
            var lives = Settle(bots, living, node, search.Patience);
            if (_whyGivenUp is { } why)
                GiveUp(bots, why); // It came before there was anything to give up.
            while (lives.Count > 0)
            {
                await EndAsync(bots, lives, node, cancelled).ConfigureAwait(false);
                if (lives.Values.Any(life => life.IsCompletedSuccessfully && IsToBeFoundAgain(life.Result)))
                    await GatherTheLostAsync(bots, lives, cancelled).ConfigureAwait(false);
                var (lost, systemless) = (new List<int>(), new List<int>());
                var left = search.Patience - TimeProvider.System.GetElapsedTime(began);
                foreach (var (one, life) in lives.Where(its => its.Value.IsCompleted).ToList())
                {
                    lives.Remove(one);
                    var ending = await life.ConfigureAwait(false);
                    if (IsToBeFoundAgain(ending))
                        lost.Add(one);
                    // Nobody there where a room has been: it is lost for good.
                    endings[one] = search.IsForLost && ending is BotNews.NobodyThere ? new BotNews.RoomLost() : ending;
                    if (search.IsForLost && ending is BotNews.NobodyThere && node.EndedByItself.IsCompleted && left > RestartDelay)
                    {
                        systemless.Add(one);
                        continue;
                    }

                    if (!IsToBeFoundAgain(ending) && endings[one] is not BotNews.NobodyThere)
                        onEnded(one, endings[one]);
                }

                if (systemless.Count > 0)
                    elsewhere.Add(LiveLaterAsync(crew, systemless, new Search(left - RestartDelay, IsForLost: true), cancelled));
                if (lost.Count == 0)
                    continue;
                onLost();
                elsewhere.Add(LiveAsync(crew, lost, new Search(patience, IsForLost: true), cancelled));
            }

            ConnectionProblem = _whyGivenUp ?? (node.EndedByItself.IsCompleted ? await node.EndedByItself.ConfigureAwait(false) : node.ConnectionProblem);
            if (ConnectionProblem is null && endings.Any(ending => ending is BotNews.NobodyThere))
                WhichRooms = await AskForRoomsAsync(node, cancelled).ConfigureAwait(false);
        }
        finally
        {
            if (node is not null && (elsewhere.Count > 0 || !endsWithProcess))
                await node.DisposeAsync().ConfigureAwait(false);
            await Task.WhenAll(elsewhere).ConfigureAwait(false);
        }
    }

    private async Task LiveLaterAsync(Crew crew, List<int> living, Search search, CancellationToken cancelled)
    {
        await Task.Delay(RestartDelay, TimeProvider.System, cancelled).ConfigureAwait(false);
        await LiveAsync(crew, living, search, cancelled).ConfigureAwait(false);
    }

    private Dictionary<int, Task<BotNews>> Settle(IReadOnlyList<BotSession> bots, List<int> living, ActorNode node, TimeSpan patienceNow)
    {
        try
        {
            var relay = living.Count > 1 ? node.System.ActorOf(RelayActor.Props(), "relay") : null;
            return living.ToDictionary(one => one, one => bots[one].RunAsync(
                node.System, Select(node, RoomPath.Of(bots[one].Room)), relay, patienceNow));
        }
        catch (InvalidOperationException)
        {
            // A system that is ending takes no more actors.
            return living.ToDictionary(one => one, _ => NobodyThereAsync(node.EndedByItself));
        }
    }

    private static async Task<BotNews> NobodyThereAsync(Task ended)
    {
        await ended.ConfigureAwait(false);
        return new BotNews.NobodyThere();
    }

    /// <summary>How long bots look for their room, and whether they have been in it.</summary>
    private sealed record Search(TimeSpan Patience, bool IsForLost);

    /// <summary>All bots of the home, how they have ended so far, and who is told.</summary>
    private sealed record Crew(IReadOnlyList<BotSession> Bots, BotNews[] Endings, Action<int, BotNews> OnEnded);

    private bool IsToBeFoundAgain(BotNews ending) => ending is BotNews.RoomLost && patience > TimeSpan.Zero;

    /// <summary>All that are in the room of a dead node hear of it at about the same time; who still looks for its own would look in vain, and goes with them.</summary>
    private static async Task GatherTheLostAsync(IReadOnlyList<BotSession> bots, Dictionary<int, Task<BotNews>> lives, CancellationToken cancelled)
    {
        await Task.WhenAny(Task.WhenAll(lives.Values), Task.Delay(OthersLimit, TimeProvider.System, cancelled)).ConfigureAwait(false);
        await Task.WhenAll(lives.Where(its => !its.Value.IsCompleted && !bots[its.Key].IsIn).Select(its =>
            Task.WhenAll(bots[its.Key].LookElsewhereAsync(FarewellLimit), its.Value))).ConfigureAwait(false);
    }

    private ActorSelection Select(ActorNode node, string path) => node.System.ActorSelection($"{room}/user/{path}");

    private async Task<string?> AskForRoomsAsync(ActorNode node, CancellationToken cancelled)
    {
        try
        {
            var answer = await Select(node, RoomPath.Rooms)
                .Ask<object>(new ChatroomProtocol.Join(null), AskLimit, cancelled).ConfigureAwait(false);
            // Who is there may be no seed node of ours, and answer anything.
            return (answer as ChatroomProtocol.TurnedAway)?.Text;
        }
        catch (AskTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Waits until one of them has ended.</summary>
    private async Task EndAsync(
        IReadOnlyList<BotSession> bots, Dictionary<int, Task<BotNews>> lives, ActorNode node, CancellationToken cancelled)
    {
        try
        {
            await Task.WhenAny([.. lives.Values, node.EndedByItself]).WaitAsync(cancelled).ConfigureAwait(false);
            if (!node.EndedByItself.IsCompleted)
                return;
            // Who is in no room yet goes with those that look for theirs again.
            var someGoOn = patience > TimeSpan.Zero && lives.Keys.Any(one => bots[one].IsIn);
            foreach (var one in lives.Keys)
                bots[one].LoseSystem(someGoOn);
            await Task.WhenAll(lives.Values).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            foreach (var bot in bots)
                bot.Tell(new BotCommand.Leave());
            await Task.WhenAny(Task.WhenAll(lives.Values), node.EndedByItself, Task.Delay(FarewellLimit, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
    }
}
