namespace Chatroom.Actors.Hocon.Model;

/// <summary>Values by key, in the order in which the keys first appeared.</summary>
internal sealed class ConfObject : ConfValue
{
    public static readonly ConfObject Empty = new([]);

    private readonly OrderedDictionary<string, ConfValue> _fields;

    /// <summary>Takes over <paramref name="fields"/>, which nobody may change any more.</summary>
    public ConfObject(OrderedDictionary<string, ConfValue> fields)
    {
        _fields = fields;
        long weight = 1;
        var depth = 0;
        foreach (var (_, value) in fields)
        {
            weight += value.Weight;
            depth = Math.Max(depth, value.Depth);
        }

        Weight = weight;
        Depth = depth + 1;
    }

    public IReadOnlyDictionary<string, ConfValue> Fields => _fields;

    public int Count => _fields.Count;

    /// <inheritdoc />
    public override long Weight { get; }

    /// <inheritdoc />
    public override int Depth { get; }

    /// <inheritdoc />
    public override string Kind => "an object";

    /// <summary>The value at <paramref name="path"/> from its element <paramref name="from"/> on, or null.</summary>
    public ConfValue? Find(IReadOnlyList<string> path, int from = 0)
    {
        ConfValue? current = this;
        for (var i = from; i < path.Count && current != null; i++)
            current = current is ConfObject o ? o._fields.GetValueOrDefault(path[i]) : null;
        return current;
    }

    /// <summary>This object with what only <paramref name="under"/> has; objects under the same key are merged.</summary>
    /// <param name="under">Gives way wherever both have a value.</param>
    /// <param name="underFirst">Whether the keys of <paramref name="under"/> come first.</param>
    public ConfObject Over(ConfObject under, bool underFirst)
    {
        if (under.Count == 0)
            return this;
        if (Count == 0)
            return under;

        var (first, second) = underFirst ? (under, this) : (this, under);
        var merged = new OrderedDictionary<string, ConfValue>(first.Count + second.Count);
        foreach (var (key, value) in first._fields)
            merged.Add(key, second._fields.ContainsKey(key) ? Pick(key, under, underFirst) : value);
        foreach (var (key, value) in second._fields)
            merged.TryAdd(key, value);
        return new ConfObject(merged);
    }

    private ConfValue Pick(string key, ConfObject under, bool underFirst) =>
        _fields[key] is ConfObject above && under._fields[key] is ConfObject below
            ? above.Over(below, underFirst)
            : _fields[key];
}
