using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>A bot of a node. It outlives the actor system that it lives in: when its room is lost, it goes on in another one.</summary>
/// <param name="settings">How it behaves.</param>
/// <param name="mind">What it thinks with.</param>
/// <param name="onNews">Told what happens to it, except for its ending.</param>
/// <param name="room">The name of its room; null for that of a seed node with one room.</param>
internal sealed class BotSession(BotSettings settings, IMind mind, Action<BotNews> onNews, string? room = null)
{
    // After the end only goodbyes are missed: nobody looks for long for those.
    private static readonly TimeSpan PatienceAfterTheEnd = TimeSpan.FromSeconds(10);

    private readonly BotMemory _memory = new();
    private readonly Lock _gate = new();
    private readonly Queue<BotCommand> _waiting = new();
    private readonly TaskCompletionSource _hasBeenIn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<BotNews>? _ended;
    private TaskCompletionSource? _stopped;
    private IActorRef? _actor;
    private IActorRef? _link;
    private bool _isCrashed;

    /// <summary>The name of its room; null for that of a seed node with one room.</summary>
    public string? Room => room;

    /// <summary>The name that its room gave it; null before that.</summary>
    public string? Name => _memory.Welcome?.Name;

    /// <summary>Done when a room has let it in for the first time.</summary>
    public Task HasBeenIn => _hasBeenIn.Task;

    /// <summary>Lives in a system until it ends there. In a system that is ending, it has no actor and waits to be abandoned.</summary>
    /// <param name="node">Where it lives.</param>
    /// <param name="target">Where it looks for the room.</param>
    /// <param name="relay">Hears for all bots there; null when this is the only one.</param>
    /// <param name="patience">How long it looks.</param>
    /// <param name="onIn">Called when its room has let it in, before the news says so.</param>
    /// <param name="onAnswered">Called when its room has answered, before it lets it in.</param>
    /// <returns>The ending; after <see cref="BotNews.RoomLost"/> it can live on in another system.</returns>
    public Task<BotNews> RunAsync(ActorSystem node, ICanTell target, IActorRef? relay, TimeSpan patience, Action? onIn = null, Action? onAnswered = null)
    {
        // What follows runs on the actor's thread: a simulation has no other.
        var (ended, stopped) = (new TaskCompletionSource<BotNews>(), new TaskCompletionSource());
        lock (_gate)
        {
            if (_isCrashed)
            {
                return Task.FromResult<BotNews>(new BotNews.Ended(null));
            }
            (_ended, _stopped) = (ended, stopped);
            try
            {
                _link = settings.ScriptedActions.HasFlag(ScriptedActions.Connection) ? node.ActorOf(BotLink.Props(target)) : null;
                var limit = _memory.IsOver && patience > PatienceAfterTheEnd ? PatienceAfterTheEnd : patience;
                var here = settings with { PatienceToJoin = limit, Relay = relay, OnAnswered = onAnswered, OnStopped = () => stopped.TrySetResult() };
                _actor = node.ActorOf(BotActor.Props(_link ?? target, here, mind, news => Take(news, ended, onIn), _memory));
            }
            catch (InvalidOperationException)
            {
                // A system that is ending takes no more actors.
                return EndingAsync(ended.Task);
            }
            while (_waiting.TryDequeue(out var command))
            {
                _actor.Tell(command);
            }
        }
        return EndingAsync(ended.Task);
    }

    /// <summary>What an ending means at last: to a bot that has heard the conversation to its end and said Bye, only the room's answer is lost.</summary>
    public BotNews Judge(BotNews ending) =>
        _memory is { IsOver: true, IsLeaving: true } && ending is (BotNews.RoomLost or BotNews.NobodyThere or BotNews.TurnedAway { Reason: RefusalReason.OtherRoom })
            ? new BotNews.Ended(Leaving.Bye)
            : ending;

    /// <summary>Tells it what to do; between two systems the command waits.</summary>
    public void Tell(BotCommand command)
    {
        lock (_gate)
        {
            if (_actor is { } actor)
            {
                actor.Tell(command);
            }
            else
            {
                _waiting.Enqueue(command);
            }
        }
    }

    /// <summary>From now on loses all that it says and hears, until <see cref="Reconnect"/>; only for a bot whose connection is driven.</summary>
    public void Disconnect() => _link?.Tell(new BotLink.Disconnect());

    /// <summary>Loses no more.</summary>
    public void Reconnect() => _link?.Tell(new BotLink.Reconnect());

    /// <summary>Crashes for good, also between two systems; its node then counts it as ended.</summary>
    /// <param name="limit">How long that may take.</param>
    /// <param name="time">The time of that limit.</param>
    public Task CrashAsync(TimeSpan limit, TimeProvider time)
    {
        lock (_gate)
        {
            _isCrashed = true;
            _actor?.Tell(new BotCommand.Crash());
        }
        return AbandonAsync(new BotNews.Ended(null), limit, time);
    }

    /// <summary>Ends in its system, unless it has ended there already.</summary>
    /// <param name="ending">What its ending is.</param>
    /// <param name="limit">How long to wait until nothing more comes from it here; zero when its actor is gone with its system.</param>
    /// <param name="time">The time of that limit.</param>
    public async Task AbandonAsync(BotNews ending, TimeSpan limit, TimeProvider time)
    {
        IActorRef? actor;
        TaskCompletionSource<BotNews>? ended;
        TaskCompletionSource? stopped;
        lock (_gate)
        {
            // By the time it has stopped, it may live in another system.
            (actor, ended, stopped) = (_actor, _ended, _stopped);
        }
        try
        {
            if (limit > TimeSpan.Zero && actor is not null)
            {
                actor.Tell(PoisonPill.Instance);
                await stopped!.Task.WaitAsync(limit, time).ConfigureAwait(false);
            }
        }
        catch (TimeoutException)
        {
            // It counts as dead all the same: its system ends.
        }
        ended?.TrySetResult(ending);
    }

    private async Task<BotNews> EndingAsync(Task<BotNews> ended)
    {
        var ending = await ended.ConfigureAwait(false);
        lock (_gate)
        {
            _actor = null;
        }
        return ending;
    }

    private void Take(BotNews news, TaskCompletionSource<BotNews> ended, Action? onIn)
    {
        switch (news)
        {
            case BotNews.Welcomed or BotNews.Returned:
                _hasBeenIn.TrySetResult();
                onIn?.Invoke();
                onNews(news);
                break;
            case BotNews.Heard or BotNews.AnswerNotAsGiven:
                onNews(news);
                break;
            default:
                ended.TrySetResult(news);
                break;
        }
    }
}
