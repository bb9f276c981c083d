using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Akka.Actor;
using BotNode.Nodes;
using Chatroom.Actors;
using RemoteGuard.Sleep;

namespace BotNode.Bots;

/// <summary>Keeps the bots of a node in their rooms: does what <see cref="RejoinPlan"/> says with actor systems, and tells it what happens.</summary>
/// <param name="start">Starts an actor system; can be cancelled.</param>
/// <param name="room">The address of the seed node.</param>
/// <param name="patience">How long the bots look for a room that they lost; 0: not at all.</param>
/// <param name="onLost">Called when they begin to look.</param>
/// <param name="time">Tells the plan the time.</param>
/// <param name="endsWithProcess">Whether the process ends right after the last bot.</param>
internal sealed class BotRunner(
    Func<CancellationToken, Task<ActorNode>> start, RoomAddress room, TimeSpan patience, Action onLost, TimeProvider time, bool endsWithProcess = false)
{
    // While this process is stopped, no bot can look for its room.
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(1);

    private readonly Channel<RejoinInput> _inputs = Channel.CreateUnbounded<RejoinInput>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource<ActorNode> _node = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<int, ActorNode> _systems = [];
    private readonly Lock _gate = new();
    private readonly List<Task> _ends = [];
    private readonly AwakeTime _awake = new(time, 2 * ReadEvery);
    private volatile Exception? _whyNotStarted;

    /// <summary>The first actor system, once it has started.</summary>
    public Task<ActorNode> Node => _node.Task;

    /// <summary>Why the last actor system could not connect; null when it could. Known when all bots have ended.</summary>
    public string? ConnectionProblem { get; private set; }

    /// <summary>What the seed node says about its rooms, asked if a bot found nobody; null if it has one room, or says nothing. Known when all bots have ended.</summary>
    public string? WhichRooms { get; private set; }

    private TimeSpan Now => TimeSpan.FromSeconds((double)_awake.GetTimestamp() / _awake.TimestampFrequency);

    /// <summary>Keeps the bots in their rooms until the last one has ended. When cancelled they say Bye first, if that goes quickly.</summary>
    /// <param name="bots">The bots.</param>
    /// <param name="patienceToJoin">How long they look for the room at first.</param>
    /// <param name="onEnded">Told at once which bot has ended, and how; not for bots that found nobody, because the reason is known only when all have ended.</param>
    /// <param name="cancelled">Cancelled when they shall go.</param>
    /// <returns>Their endings, in the order of the bots.</returns>
    public async Task<IReadOnlyList<BotNews>> RunAsync(
        IReadOnlyList<BotSession> bots, TimeSpan patienceToJoin, Action<int, BotNews> onEnded, CancellationToken cancelled)
    {
        var plan = new RejoinPlan(bots.Count, patienceToJoin, patience, endsWithProcess);
        using var over = new CancellationTokenSource(); // Not cancelled with the bots: their farewell needs time.
        await using var reading = time.CreateTimer(_ => _awake.GetTimestamp(), null, ReadEvery, ReadEvery);
        Tell(new RejoinInput.Begun());
        await using var cancelling = cancelled.Register(() => Tell(new RejoinInput.Cancelled()));
        RejoinAction last;
        try
        {
            last = await FollowAsync(plan, action => Do(action, bots, onEnded, over.Token, cancelled)).ConfigureAwait(false);
        }
        catch
        {
            await Task.WhenAll(_systems.Keys.ToList().Select(Remove).OfType<ActorNode>().Select(node => node.DisposeAsync().AsTask())).ConfigureAwait(false);
            throw;
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
        }

        var endings = await EndAsync(last, cancelled).ConfigureAwait(false);
        return [.. endings.Select((ending, bot) => bots[bot].Judge(ending))];
    }

    /// <summary>Does what the plan says, until its last action.</summary>
    private async Task<RejoinAction> FollowAsync(RejoinPlan plan, Action<RejoinAction> execute)
    {
        await foreach (var input in _inputs.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            foreach (var action in plan.Handle(input, Now))
            {
                if (action is RejoinAction.Finish or RejoinAction.Stop)
                    return action;
                execute(action);
            }
        }

        throw new UnreachableException("Inputs end only with a failure.");
    }

    /// <summary>Ends the search of bots if none of them has been in a room.</summary>
    /// <param name="why">Why they look in vain; this becomes the <see cref="ConnectionProblem"/>.</param>
    public void GiveUp(string why) => Tell(new RejoinInput.Refused(why));

    private void Tell(RejoinInput input) => _inputs.Writer.TryWrite(input);

    private void Do(RejoinAction action, IReadOnlyList<BotSession> bots, Action<int, BotNews> onEnded, CancellationToken over, CancellationToken cancelled)
    {
        switch (action)
        {
            case RejoinAction.StartSystem its:
                Watch(StartAsync(its, bots, cancelled), over);
                break;
            case RejoinAction.Abandon its:
                Watch(bots[its.Bot].AbandonAsync(its.Ending, its.StopLimit, time), over);
                break;
            case RejoinAction.Leave its:
                bots[its.Bot].Tell(new BotCommand.Leave());
                break;
            case RejoinAction.TellLost:
                onLost();
                break;
            case RejoinAction.AskRooms its:
                Watch(AskRoomsAsync(its.System, over), over);
                break;
            case RejoinAction.Report its:
                onEnded(its.Bot, bots[its.Bot].Judge(its.Ending));
                break;
            case RejoinAction.EndSystem its:
                if (Remove(its.System) is { } node)
                    _ends.Add(node.DisposeAsync().AsTask());
                break;
            case RejoinAction.WaitUntil its:
                Watch(WaitAsync(its.Time, over), over);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, "Nobody does this.");
        }
    }

    /// <summary>A failure beside the loop ends the run.</summary>
    private async void Watch(Task task, CancellationToken over)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
#pragma warning disable CA1031 // Any exception ends the run.
        catch (Exception error)
        {
            _inputs.Writer.TryComplete(error);
        }
#pragma warning restore CA1031
    }

    private ActorNode Get(int system)
    {
        lock (_gate)
            return _systems[system];
    }

    private ActorNode? Remove(int system)
    {
        lock (_gate)
            return _systems.Remove(system, out var node) ? node : null;
    }

    private async Task StartAsync(RejoinAction.StartSystem its, IReadOnlyList<BotSession> bots, CancellationToken cancelled)
    {
        ActorNode node;
        try
        {
            node = await start(cancelled).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Any exception ends the run.
        catch (Exception error)
        {
            _whyNotStarted ??= error;
            Tell(new RejoinInput.StartFailed(its.System));
            return;
        }
#pragma warning restore CA1031
        lock (_gate)
            _systems[its.System] = node;
        _node.TrySetResult(node);
        var relay = its.Bots.Count > 1 ? StartRelay(node.System) : null;
        foreach (var bot in its.Bots)
            Watch(LiveAsync(bot, bots[bot], node, relay, its.Patience), CancellationToken.None);
        Tell(new RejoinInput.SystemStarted(its.System));
        await Task.WhenAny(node.Connected, node.Quarantined, node.EndedByItself).ConfigureAwait(false);
        if (node.Connected.IsCompleted)
            Tell(new RejoinInput.Connected(its.System));
        await Task.WhenAny(node.Quarantined, node.EndedByItself).ConfigureAwait(false);
        if (node.Quarantined.IsCompleted)
            Tell(new RejoinInput.Quarantined(its.System));
        Tell(new RejoinInput.SystemEnded(its.System, await node.EndedByItself.ConfigureAwait(false)));
    }

    private async Task LiveAsync(int number, BotSession bot, ActorNode node, IActorRef? relay, TimeSpan patienceNow)
    {
        var ending = await bot.RunAsync(
            node.System, Select(node, RoomPath.Of(bot.Room)), relay, patienceNow, () => Tell(new RejoinInput.LetIn(number)),
            () => Tell(new RejoinInput.Answered(number))).ConfigureAwait(false);
        Tell(new RejoinInput.BotEnded(number, ending, node.ConnectionProblem));
    }

    private static IActorRef? StartRelay(ActorSystem system)
    {
        try
        {
            return system.ActorOf(RelayActor.Props(), "relay");
        }
        catch (InvalidOperationException)
        {
            // A system that is ending takes no more actors, so it takes no bots.
            return null;
        }
    }

    private ActorSelection Select(ActorNode node, string path) => node.System.ActorSelection($"{room}/user/{path}");

    private async Task AskRoomsAsync(int system, CancellationToken over)
    {
        var answer = await Select(Get(system), RoomPath.Rooms).Ask<object>(new ChatroomProtocol.Join(null), over).ConfigureAwait(false);
        // The node there may not be a seed node of ours, and may answer anything.
        Tell(new RejoinInput.RoomsTold(system, (answer as ChatroomProtocol.TurnedAway)?.Text));
    }

    private async Task WaitAsync(TimeSpan until, CancellationToken over)
    {
        // A timer may be a little early.
        while (until - Now is { Ticks: > 0 } left)
            await Task.Delay(left, time, over).ConfigureAwait(false);
        Tell(new RejoinInput.TimePassed());
    }

    private async Task<IReadOnlyList<BotNews>> EndAsync(RejoinAction last, CancellationToken cancelled)
    {
        await Task.WhenAll(_ends).ConfigureAwait(false);
        if (_whyNotStarted is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        if (last is not RejoinAction.Finish finish)
            throw new OperationCanceledException(cancelled);
        ConnectionProblem = finish.ConnectionProblem;
        WhichRooms = finish.Rooms;
        return finish.Endings;
    }
}
