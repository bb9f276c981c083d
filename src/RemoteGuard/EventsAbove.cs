using Akka.Remote.Transport;

namespace RemoteGuard;

/// <summary>What Akka.Remote hears of a connection, in order. Events that come before it listens are kept until then.</summary>
internal sealed class EventsAbove
{
    private readonly object _gate = new();
    private Queue<IHandleEvent>? _early = new();
    private volatile IHandleEventListener? _listener;

    /// <summary>Waits for the listener.</summary>
    public EventsAbove(Task<IHandleEventListener> listener) => Listening = ListenAsync(listener);

    /// <summary>Done when Akka.Remote listens and has heard the earlier events.</summary>
    public Task Listening { get; }

    /// <summary>Passes an event to Akka.Remote, now or when it listens.</summary>
    public void Pass(IHandleEvent ev)
    {
        if (_listener is { } listener)
        {
            listener.Notify(ev);
            return;
        }

        lock (_gate)
        {
            if (_early is not null)
            {
                _early.Enqueue(ev);
                return;
            }
        }

        _listener!.Notify(ev);
    }

    private async Task ListenAsync(Task<IHandleEventListener> listening)
    {
        var listener = await listening.ConfigureAwait(false);
        lock (_gate)
        {
            while (_early!.TryDequeue(out var ev))
                listener.Notify(ev);
            _listener = listener;
            _early = null;
        }
    }
}
