using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>Says how a room ended. It must be the last observer: by then the last event is written and shown.</summary>
internal sealed class EndObserver : IRoomObserver
{
    private readonly TaskCompletionSource<CloseReason> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for the end, unless the room has already ended.</summary>
    /// <param name="past">What happened before; null for a new conversation.</param>
    public EndObserver(IntactLines? past)
    {
        if (past?.Events is [.., Closed last])
            _ended.SetResult(last.Reason);
    }

    /// <summary>Why the room closed, once it has; fails if the room broke.</summary>
    public Task<CloseReason> Ended => _ended.Task;

    /// <inheritdoc />
    public void Happened(RoomEvent happened)
    {
        if (happened is Closed closed)
            _ended.TrySetResult(closed.Reason);
    }

    /// <inheritdoc />
    public void Broke(Exception cause) => _ended.TrySetException(cause);
}
