using System.Text;
using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon.Conversion;

/// <summary>Writes a value as HOCON, an entry a line.</summary>
internal static class Printer
{
    /// <summary>The value as text; the root object without its braces.</summary>
    public static string Print(ConfValue root, int indentSize)
    {
        var text = new StringBuilder();
        if (root is ConfObject o)
            WriteFields(text, o, 0, indentSize);
        else
            Write(text, root, 0, indentSize);
        return text.ToString();
    }

    /// <summary>The value as text, braces and all.</summary>
    public static string PrintValue(ConfValue value, int indent, int indentSize)
    {
        var text = new StringBuilder();
        Write(text, value, indent, indentSize);
        return text.ToString();
    }

    private static void Write(StringBuilder text, ConfValue value, int indent, int indentSize)
    {
        switch (value)
        {
            case ConfObject { Count: 0 }:
                text.Append("{}");
                break;
            case ConfObject o:
                text.Append("{\n");
                WriteFields(text, o, indent + 1, indentSize);
                text.Append('\n').Append(' ', indent * indentSize).Append('}');
                break;
            case ConfArray array:
                text.Append('[');
                for (var i = 0; i < array.Items.Count; i++)
                {
                    if (i > 0)
                        text.Append(", ");
                    Write(text, array.Items[i], indent, indentSize);
                }

                text.Append(']');
                break;
            case ConfScalar scalar:
                text.Append(Literal(scalar));
                break;
        }
    }

    private static void WriteFields(StringBuilder text, ConfObject o, int indent, int indentSize)
    {
        var first = true;
        foreach (var (key, value) in o.Fields)
        {
            if (!first)
                text.Append('\n');
            first = false;
            text.Append(' ', indent * indentSize);
            text.Append(Texts.NeedsQuotesInPath(key) ? Texts.Quote(key) : key).Append(" : ");
            Write(text, value, indent, indentSize);
        }
    }

    private static string Literal(ConfScalar scalar) =>
        scalar.ScalarKind is ScalarKind.Quoted or ScalarKind.TripleQuoted or ScalarKind.Unquoted
            ? Texts.Quote(scalar.Text)
            : scalar.Text;
}
