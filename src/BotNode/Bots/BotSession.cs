using Akka.Actor;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>A bot of this node. It outlives the actor system that it lives in: when the room is lost, it goes on in another one.</summary>
/// <param name="settings">How it behaves.</param>
/// <param name="mind">What it thinks with.</param>
/// <param name="onNews">Told what happens to it, but for its ending.</param>
/// <param name="room">The name of its room; null for that of a seed node with one room.</param>
internal sealed class BotSession(BotSettings settings, IMind mind, Action<BotNews> onNews, string? room = null)
{
    private readonly BotMemory _memory = new();
    private readonly Lock _gate = new();
    private readonly Queue<BotCommand> _waiting = new();
    private readonly TaskCompletionSource _hasBeenIn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<BotNews>? _ended;
    private IActorRef? _actor;
    private IActorRef? _wire;
    private volatile bool _isIn;
    private bool _isCrashed;

    /// <summary>The name of its room; null for that of a seed node with one room.</summary>
    public string? Room => room;

    /// <summary>Whether its room has let it in, in the system that it lives in now.</summary>
    public bool IsIn => _isIn;

    /// <summary>Done when a room has let it in for the first time.</summary>
    public Task HasBeenIn => _hasBeenIn.Task;

    /// <summary>Lives in a system until it ends there.</summary>
    /// <param name="node">Where it lives.</param>
    /// <param name="target">Where it looks for the room.</param>
    /// <param name="relay">Who hears for all bots there; null when this is the only one.</param>
    /// <param name="patience">How long it looks.</param>
    /// <returns>The ending; after <see cref="BotNews.RoomLost"/> it can live on in another system.</returns>
    /// <exception cref="InvalidOperationException">The system is ending.</exception>
    public Task<BotNews> RunAsync(ActorSystem node, ICanTell target, IActorRef? relay, TimeSpan patience)
    {
        var ended = new TaskCompletionSource<BotNews>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_isCrashed)
                return Task.FromResult<BotNews>(new BotNews.Ended(null));
            _ended = ended;
            _isIn = false;
            _wire = settings.ScriptedActions.HasFlag(ScriptedActions.Connection) ? node.ActorOf(BotLink.Props(target)) : null;
            _actor = node.ActorOf(
                BotActor.Props(_wire ?? target, settings with { PatienceToJoin = patience, Relay = relay }, mind, news => Take(news, ended), _memory));
            while (_waiting.TryDequeue(out var command))
                _actor.Tell(command);
        }

        return EndingAsync(ended.Task);
    }

    /// <summary>Tells it what to do; between two lives it waits.</summary>
    public void Tell(BotCommand command)
    {
        lock (_gate)
        {
            if (_actor is { } actor)
                actor.Tell(command);
            else
                _waiting.Enqueue(command);
        }
    }

    /// <summary>Loses from now on all that it says and hears, until <see cref="Reconnect"/>; only for a bot whose connection is driven.</summary>
    public void Disconnect() => _wire?.Tell(new BotLink.Disconnect());

    /// <summary>Loses no more.</summary>
    public void Reconnect() => _wire?.Tell(new BotLink.Reconnect());

    /// <summary>Dies without a word, for good, also between two lives; to its home it has ended.</summary>
    /// <param name="limit">How long that may take.</param>
    public Task CrashAsync(TimeSpan limit)
    {
        lock (_gate)
            _isCrashed = true;
        return StopAsync(limit, new BotNews.Ended(null));
    }

    /// <summary>Takes its room for lost, so that it can live on in another system.</summary>
    /// <param name="limit">How long it may take until nothing more comes from it here.</param>
    public Task LookElsewhereAsync(TimeSpan limit) => StopAsync(limit, new BotNews.RoomLost());

    /// <summary>Its actor system has ended by itself, and the actor with it.</summary>
    /// <param name="goesOn">Whether it looks for its room in another one, though it has not been in yet.</param>
    public void LoseSystem(bool goesOn = false) => _ended?.TrySetResult(_isIn || goesOn ? new BotNews.RoomLost() : new BotNews.NobodyThere());

    private async Task<BotNews> EndingAsync(Task<BotNews> ended)
    {
        var ending = await ended.ConfigureAwait(false);
        lock (_gate)
            _actor = null;
        return ending;
    }

    private async Task StopAsync(TimeSpan limit, BotNews ending)
    {
        // If it takes longer it is taken for dead all the same: its node ends.
        if (_actor is { } actor)
            await actor.GracefulStop(limit).ConfigureAwait(false);
        _ended?.TrySetResult(ending);
    }

    private void Take(BotNews news, TaskCompletionSource<BotNews> ended)
    {
        if (news is BotNews.Welcomed or BotNews.Returned or BotNews.Heard)
        {
            if (news is not BotNews.Heard)
            {
                _isIn = true;
                _hasBeenIn.TrySetResult();
            }

            onNews(news);
        }
        else
            ended.TrySetResult(news);
    }
}
