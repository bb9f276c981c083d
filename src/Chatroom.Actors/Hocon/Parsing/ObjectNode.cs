namespace Chatroom.Actors.Hocon;

/// <summary>An object literal, or several that were merged.</summary>
internal sealed class ObjectNode(Origin origin) : Node(origin)
{
    public OrderedDictionary<string, Slot> Slots { get; } = [];

    public Slot? Find(string key) => Slots.GetValueOrDefault(key);

    /// <summary>The slot of a key, created if necessary.</summary>
    /// <param name="key">The key.</param>
    /// <param name="written">Where it is written this time.</param>
    public Slot SlotOf(string key, Origin written)
    {
        if (Slots.TryGetValue(key, out var slot))
            slot.Key = written;
        else
            Slots.Add(key, slot = new Slot(written));
        return slot;
    }

    /// <summary>Assigns everything that <paramref name="other"/> assigns, on top.</summary>
    public void Take(ObjectNode other)
    {
        foreach (var (key, theirs) in other.Slots)
            SlotOf(key, theirs.Key).Take(theirs);
    }

    /// <summary>Merges with a literal that comes after it.</summary>
    public void TakeLiteral(ObjectNode other)
    {
        Take(other);
        Origin = other.Origin;
    }
}
