using System.Collections;
using System.Runtime.CompilerServices;

namespace Chatroom.Actors;

/// <summary>A list that never changes and equals another with the same items in the same order, so that records holding one compare by content.</summary>
/// <typeparam name="T">What it holds.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    internal ValueList(ReadOnlySpan<T> items) => _items = items.ToArray();

    /// <inheritdoc />
    public int Count => _items.Length;

    /// <inheritdoc />
    public T this[int index] => _items[index];

    /// <inheritdoc />
    public bool Equals(ValueList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
        {
            hash.Add(item);
        }
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The items between brackets, as records print their members.</summary>
    /// <returns>For people, never parsed.</returns>
    public override string ToString() => "[" + string.Join(", ", _items) + "]";
}

/// <summary>Makes value lists, from collection expressions too.</summary>
public static class ValueList
{
    /// <summary>Copies the items into a list of their own.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="items">The items, in order.</param>
    /// <returns>A list with these items.</returns>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items);

    internal static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new(items.ToArray());
}
