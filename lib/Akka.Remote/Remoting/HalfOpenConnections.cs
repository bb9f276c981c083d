namespace Akka.Remote;

/// <summary>
/// The connections whose peers have not said who they are, oldest first: those opened to us, or those that we open, or are about
/// to. Who comes always gets in: when there are too many the oldest has to go, for an honest peer answers at once. Thread safe.
/// </summary>
/// <typeparam name="T">What stands for a connection.</typeparam>
/// <param name="limit">How many there may be.</param>
internal sealed class HalfOpenConnections<T>(int limit)
    where T : class
{
    private readonly LinkedList<T> _oldestFirst = new();
    private readonly Dictionary<T, LinkedListNode<T>> _nodes = [];
    private readonly Lock _gate = new();

    /// <summary>Adds a new one; returns the one that has to go for it, which is no longer in here.</summary>
    internal T? Add(T connection)
    {
        lock (_gate)
        {
            _nodes.Add(connection, _oldestFirst.AddLast(connection));
            if (_nodes.Count <= limit)
                return null;
            var oldest = _oldestFirst.First!.Value;
            Take(oldest);
            return oldest;
        }
    }

    /// <summary>It has said who it is, or it is over.</summary>
    internal void Remove(T connection)
    {
        lock (_gate)
            Take(connection);
    }

    private void Take(T connection)
    {
        if (_nodes.Remove(connection, out var node))
            _oldestFirst.Remove(node);
    }
}
