namespace Chatroom.Actors.Tests;

/// <summary>Keeps what happens in a room, for a test to wait for.</summary>
internal sealed class Recorder : IRoomObserver
{
    private readonly Lock _lock = new();
    private readonly List<RoomEvent> _events = [];
    private readonly List<(Func<IReadOnlyList<RoomEvent>, bool> Is, TaskCompletionSource Done)> _awaited = [];

    public IReadOnlyList<RoomEvent> Events
    {
        get
        {
            lock (_lock)
            {
                return [.. _events];
            }
        }
    }

    public Exception? Cause { get; private set; }

    public Task WhenClosed => When(events => events is [.., Closed]);

    /// <summary>Completes as soon as the events so far are as wanted.</summary>
    public Task When(Func<IReadOnlyList<RoomEvent>, bool> wanted)
    {
        lock (_lock)
        {
            if (wanted(_events))
            {
                return Task.CompletedTask;
            }
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((wanted, done));
            return done.Task;
        }
    }

    public void Happened(RoomEvent happened)
    {
        lock (_lock)
        {
            _events.Add(happened);
            foreach (var (_, done) in _awaited.Where(awaited => awaited.Is(_events)))
            {
                done.TrySetResult();
            }
        }
    }

    public void Broke(Exception cause) => Cause = cause;
}
