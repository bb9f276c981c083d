using System.Collections;

namespace Chatroom.Actors;

/// <summary>
/// Everything that happened in a room, in order. It never changes: another event gives another history, and copies nothing unless
/// another event was added to the same history before. For one thread at a time.
/// </summary>
internal sealed class History : IReadOnlyList<RoomEvent>
{
    // Shared with the histories that continue this one; they only add after the end of this one.
    private readonly List<RoomEvent> _shared;

    public History()
        : this([], 0)
    {
    }

    private History(List<RoomEvent> shared, int count) => (_shared, Count) = (shared, count);

    public int Count { get; }

    public RoomEvent this[int index] => index < Count ? _shared[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The history with one more event.</summary>
    public History With(RoomEvent happened)
    {
        var shared = _shared.Count == Count ? _shared : _shared[..Count];
        shared.Add(happened);
        return new History(shared, Count + 1);
    }

    public IEnumerator<RoomEvent> GetEnumerator() => _shared.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
