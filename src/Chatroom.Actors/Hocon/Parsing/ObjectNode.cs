namespace Chatroom.Actors.Hocon.Parsing;

/// <summary>An object literal, or several that were merged.</summary>
internal sealed class ObjectNode(Source source, int position) : Node(source, position)
{
    private readonly OrderedDictionary<string, Slot> _slots = [];

    public IEnumerable<KeyValuePair<string, Slot>> Slots => _slots;

    public int Count => _slots.Count;

    public Slot? Find(string key) => _slots.GetValueOrDefault(key);

    /// <summary>The slot of a key, made if need be.</summary>
    public Slot SlotOf(string key)
    {
        if (!_slots.TryGetValue(key, out var slot))
            _slots.Add(key, slot = new Slot());
        return slot;
    }

    /// <summary>Assigns everything that <paramref name="other"/> assigns, on top.</summary>
    public void Take(ObjectNode other)
    {
        foreach (var (key, theirs) in other._slots)
        {
            var ours = SlotOf(key);
            foreach (var layer in theirs.Layers)
                ours.Add(layer.Node);
        }
    }
}
