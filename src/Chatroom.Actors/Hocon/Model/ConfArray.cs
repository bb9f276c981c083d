namespace Chatroom.Actors.Hocon.Model;

/// <summary>An ordered list of values.</summary>
internal sealed class ConfArray : ConfValue
{
    public static readonly ConfArray Empty = new([]);

    public ConfArray(IReadOnlyList<ConfValue> items)
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

    public IReadOnlyList<ConfValue> Items { get; }

    /// <inheritdoc />
    public override long Weight { get; }

    /// <inheritdoc />
    public override int Depth { get; }

    /// <inheritdoc />
    public override string Kind => "an array";
}
