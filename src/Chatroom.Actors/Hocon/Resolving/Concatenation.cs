using System.Text;

namespace Chatroom.Actors.Hocon;

/// <summary>Joins resolved values that stand next to each other: strings, objects or arrays.</summary>
/// <remarks>They can't be mixed, except that an object with numeric keys next to an array counts as an array.</remarks>
internal static class Concatenation
{
    /// <summary>The joined value, or null if nothing is left of it.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="values">The values, null where an optional substitution leads to nothing, and blanks.</param>
    /// <param name="spend">Accounts for the work.</param>
    public static HoconValue? Of(Node node, List<HoconValue?> values, Action<long, Node> spend)
    {
        var first = values.Find(v => v is not null and not Blank);
        if (first == null)
            return null;
        foreach (var value in values)
        {
            if (value is null or Blank)
                continue;
            if ((value is HoconScalar) != (first is HoconScalar))
                throw Mixed(node, first, value);
            spend(1 + value.Weight, node);
        }

        return first is HoconScalar ? Join(node, values) : Merge(node, first, values);
    }

    // From the left: objects into one, arrays into one. Next to an array, an object with numeric keys is an array.
    private static HoconValue Merge(Node node, HoconValue first, List<HoconValue?> values)
    {
        // A literal may set again what a substitution sets; what another literal has just set, nobody sets again on purpose.
        var areLiterals = node is ConcatNode concat && concat.Pieces.TrueForAll(piece => piece is ObjectNode or BlankNode);
        HoconObject? merged = null;
        List<HoconValue>? items = null;
        foreach (var value in values)
        {
            switch (value)
            {
                case HoconObject o when items == null:
                    merged = merged is null ? o : areLiterals ? o.Over(merged).NoteSetAgain(merged, o) : o.Over(merged);
                    break;
                case HoconObject o:
                    items.AddRange(NumericKeys.ItemsOf(o) ?? throw Mixed(node, first, o));
                    break;
                case HoconArray array:
                    items ??= merged is null ? [] : [.. NumericKeys.ItemsOf(merged) ?? throw Mixed(node, first, array)];
                    items.AddRange(array.Items);
                    break;
            }
        }

        return items == null ? merged! : new HoconArray(items, node.Origin);
    }

    private static HoconException Mixed(Node node, HoconValue first, HoconValue other) =>
        node.Origin.Error($"can't concatenate {first.Kind} with {other.Kind}");

    private static HoconScalar Join(Node node, List<HoconValue?> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
            text.Append(value is Blank blank ? blank.Text : (value as HoconScalar)?.Text);
        return new HoconScalar(text.ToString(), ScalarKind.Text, node.Origin);
    }
}
