using System.Text;
using Chatroom.Actors.Hocon.Conversion;
using Chatroom.Actors.Hocon.Model;
using Chatroom.Actors.Hocon.Parsing;

namespace Chatroom.Actors.Hocon.Resolving;

/// <summary>Joins resolved values that stand next to each other: strings, objects or arrays.</summary>
/// <remarks>No mixture of them, but that an object next to an array may be one itself, if it has numeric keys.</remarks>
internal static class Concatenation
{
    /// <summary>The joined value, or null if nothing is left of it.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="values">Values, null where an optional substitution leads to nothing, and blanks.</param>
    /// <param name="spend">Accounts for the work.</param>
    public static ConfValue? Of(Node node, List<ConfValue?> values, Action<long, Node> spend)
    {
        var first = values.Find(v => v is not null and not Blank);
        if (first == null)
            return null;
        foreach (var value in values)
        {
            if (value is null or Blank)
                continue;
            if ((value is ConfScalar) != (first is ConfScalar))
                throw Mixed(node, first, value);
            spend(1 + value.Weight, node);
        }

        return first is ConfScalar ? Join(values) : Merge(node, first, values);
    }

    // From the left: objects into one, arrays into one. Next to an array, an object with numeric keys is an array.
    private static ConfValue Merge(Node node, ConfValue first, List<ConfValue?> values)
    {
        var merged = ConfObject.Empty;
        List<ConfValue>? items = null;
        foreach (var value in values)
        {
            switch (value)
            {
                case ConfObject o when items == null:
                    merged = o.Over(merged, underFirst: true);
                    break;
                case ConfObject o:
                    items.AddRange(Lists.Of(o) ?? throw Mixed(node, first, o));
                    break;
                case ConfArray array:
                    items ??= first is ConfObject ? [.. Lists.Of(merged) ?? throw Mixed(node, first, array)] : [];
                    items.AddRange(array.Items);
                    break;
            }
        }

        return items == null ? merged : new ConfArray(items);
    }

    private static HoconParserException Mixed(Node node, ConfValue first, ConfValue other) =>
        node.Error($"can't concatenate {first.Kind} with {other.Kind}");

    private static ConfScalar Join(List<ConfValue?> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
            text.Append(value is Blank blank ? blank.Text : (value as ConfScalar)?.Text);
        return new ConfScalar(text.ToString(), ScalarKind.Quoted);
    }
}
