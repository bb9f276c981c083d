using Akka.Actor;

namespace Stress.Churn;

/// <summary>Who works at each place now.</summary>
internal sealed class Places(int count)
{
    private readonly IActorRef[] _workers = [.. Enumerable.Repeat<IActorRef>(ActorRefs.Nobody, count)];
    private bool _closed;

    /// <summary>Whether the run is over: nobody who ends is replaced.</summary>
    public bool Closed
    {
        get => Volatile.Read(ref _closed);
        set => Volatile.Write(ref _closed, value);
    }

    public int Count => _workers.Length;

    public IActorRef this[int place]
    {
        get => Volatile.Read(ref _workers[place]);
        set => Volatile.Write(ref _workers[place], value);
    }
}
