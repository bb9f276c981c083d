namespace Chatroom.Actors.Hocon;

/// <summary>An ordered list of values.</summary>
internal sealed class HoconArray : HoconValue
{
    public HoconArray(IReadOnlyList<HoconValue> items, Origin origin) : base(origin)
    {
        Items = items;
        long weight = 1;
        var depth = 0;
        foreach (var item in items)
        {
            weight += item.Weight;
            depth = Math.Max(depth, item.Depth);
        }

        Weight = weight;
        Depth = depth + 1;
    }

    public IReadOnlyList<HoconValue> Items { get; }

    /// <inheritdoc />
    public override long Weight { get; }

    /// <inheritdoc />
    public override int Depth { get; }

    /// <inheritdoc />
    public override string Kind => "an array";
}
