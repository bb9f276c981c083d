using System.Text;
using Hocon.Model;
using Hocon.Parsing;

namespace Hocon.Resolving;

/// <summary>Joins resolved values that stand next to each other: strings, arrays or objects, but no mixture.</summary>
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
            if (value.GetType() != first.GetType())
                throw node.Error($"can't concatenate {first.Kind} with {value.Kind}");
            spend(1 + value.Weight, node);
        }

        return first switch
        {
            ConfObject => Merge(values),
            ConfArray => Append(values),
            _ => Join(values),
        };
    }

    private static ConfObject Merge(List<ConfValue?> values)
    {
        var merged = ConfObject.Empty;
        foreach (var value in values)
        {
            if (value is ConfObject o)
                merged = o.Over(merged, underFirst: true);
        }

        return merged;
    }

    private static ConfArray Append(List<ConfValue?> values)
    {
        var items = new List<ConfValue>();
        foreach (var value in values)
        {
            if (value is ConfArray array)
                items.AddRange(array.Items);
        }

        return new ConfArray(items);
    }

    private static ConfScalar Join(List<ConfValue?> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
            text.Append(value is Blank blank ? blank.Text : (value as ConfScalar)?.Text);
        return new ConfScalar(text.ToString(), ScalarKind.Quoted);
    }
}
