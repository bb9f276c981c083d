using Akka.Remote.Transport;

namespace RemoteGuard;

/// <summary>What Akka.Remote hears of a connection, in order; what comes before it listens is kept until it does.</summary>
internal sealed class EventsAbove
{
    private readonly object _gate = new();
    private Queue<IHandleEvent>? _early = new();
    private volatile IHandleEventListener? _listener;

    /// <summary>Waits for the listener.</summary>
    public EventsAbove(Task<IHandleEventListener> listener) => Listening = ListenAsync(listener);

    /// <summary>Ends when it listens and has been told what came before.</summary>
    public Task Listening { get; }

    /// <summary>Tells it something, now or when it listens.</summary>
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
