namespace Chatroom.Actors.Hocon;

/// <summary>Values by key, in the order in which the keys first appeared.</summary>
internal sealed class HoconObject : HoconValue
{
    /// <summary>Takes over <paramref name="fields"/>, which must not change any more.</summary>
    public HoconObject(OrderedDictionary<string, HoconField> fields, Origin origin) : base(origin)
    {
        Fields = fields;
        long weight = 1;
        var depth = 0;
        foreach (var (_, field) in fields)
        {
            weight += field.Value.Weight;
            depth = Math.Max(depth, field.Value.Depth);
        }

        Weight = weight;
        Depth = depth + 1;
    }

    public OrderedDictionary<string, HoconField> Fields { get; }

    public int Count => Fields.Count;

    /// <summary>The key that two literals right behind each other both set, <c>{ a = 1 } { a = 2 }</c>, and where the second begins; mostly null.</summary>
    public (string Key, Origin Place)? SetAgain { get; private init; }

    /// <inheritdoc />
    public override long Weight { get; }

    /// <inheritdoc />
    public override int Depth { get; }

    /// <inheritdoc />
    public override string Kind => "an object";

    public HoconField? Find(string key) => Fields.GetValueOrDefault(key);

    /// <summary>The value at <paramref name="path"/> from its element <paramref name="from"/> on, or null.</summary>
    public HoconValue? Find(string[] path, int from = 0)
    {
        HoconValue? current = this;
        for (var i = from; i < path.Length && current != null; i++)
            current = (current as HoconObject)?.Find(path[i])?.Value;
        return current;
    }

    /// <summary>This object with what only <paramref name="under"/> has, whose keys come first; objects under the same key are merged.</summary>
    /// <param name="under">Used only where this object has no value.</param>
    public HoconObject Over(HoconObject under)
    {
        if (under.Count == 0)
            return this;
        if (Count == 0)
            return under;

        var merged = new OrderedDictionary<string, HoconField>(under.Count + Count);
        foreach (var (key, below) in under.Fields)
            merged.Add(key, Find(key) is { } above ? Over(above, below) : below);
        foreach (var (key, field) in Fields)
            merged.TryAdd(key, field);
        return new HoconObject(merged, Origin);
    }

    /// <summary>This object, which was put together from two literals, with the key that both of them set, if any.</summary>
    public HoconObject NoteSetAgain(HoconObject first, HoconObject second)
    {
        foreach (var (key, field) in second.Fields)
        {
            if (first.Find(key) is { } before && !(before.Value is HoconObject && field.Value is HoconObject))
                return new HoconObject(Fields, Origin) { SetAgain = (key, second.Origin) };
        }

        return this;
    }

    private static HoconField Over(HoconField above, HoconField below) =>
        above.Value is HoconObject over && below.Value is HoconObject under ? new HoconField(above.Key, over.Over(under)) : above;
}
