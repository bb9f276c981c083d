using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon.Conversion;

/// <summary>Arrays, and the objects that stand for one: <c>{ "0" : a, "1" : b }</c>.</summary>
internal static class Lists
{
    /// <summary>The items of an array, or of an object by its numeric keys, other keys left aside; null if there is no array in it.</summary>
    public static IReadOnlyList<ConfValue>? Of(ConfValue value)
    {
        if (value is ConfArray array)
            return array.Items;
        if (value is not ConfObject o)
            return null;

        var items = new SortedList<int, ConfValue>();
        foreach (var (key, item) in o.Fields)
        {
            if (Numbers.TryIndex(key, out var index))
                items[index] = item;
        }

        return items.Count > 0 ? [.. items.Values] : null;
    }
}
