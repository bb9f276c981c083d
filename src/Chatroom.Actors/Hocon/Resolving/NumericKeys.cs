using System.Globalization;

namespace Chatroom.Actors.Hocon;

/// <summary>Objects that stand for an array: <c>{ "0" : a, "1" : b }</c>.</summary>
internal static class NumericKeys
{
    /// <summary>The values by their numeric keys, without other keys; null if no key is a number.</summary>
    public static IReadOnlyList<HoconValue>? ItemsOf(HoconObject o)
    {
        var items = new SortedList<int, HoconValue>();
        foreach (var (key, field) in o.Fields)
        {
            if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                items[index] = field.Value;
        }

        return items.Count > 0 ? [.. items.Values] : null;
    }
}
