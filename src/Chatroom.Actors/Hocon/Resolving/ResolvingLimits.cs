namespace Chatroom.Actors.Hocon;

/// <summary>Bounds what substitutions can make of a small text: huge values, and endless work.</summary>
internal sealed class ResolvingLimits(long textLength)
{
    private const int MaxDepth = 400;

    private readonly long _maxWeight = 200_000 + textLength;
    private long _budget = 1_000_000 + 10 * textLength;

    /// <summary>Takes work off the budget.</summary>
    /// <exception cref="HoconException">Nothing is left of it.</exception>
    public void Spend(long work, Node node)
    {
        _budget -= work;
        if (_budget < 0)
            throw node.Origin.Error("substitutions ask for too much work");
    }

    /// <summary>The value, if it is neither too large nor too deep.</summary>
    /// <exception cref="HoconException">It is.</exception>
    public T Checked<T>(T value, Node node) where T : HoconValue
    {
        if (value.Weight > _maxWeight)
            throw node.Origin.Error("substitutions make this value too large");
        return value.Depth <= MaxDepth ? value : throw node.Origin.Error($"nested deeper than {MaxDepth} levels");
    }
}
