using System.Text;

namespace Chatroom.Actors.Hocon;

/// <summary>Writes a value as HOCON, one field per line, in a form that Akka's own parser reads too.</summary>
internal static class HoconPrinter
{
    private const int Indent = 2;

    /// <summary>The value as text; the root object without its braces.</summary>
    public static string Print(HoconValue root)
    {
        var text = new StringBuilder();
        if (root is HoconObject o)
            WriteFields(text, o, 0);
        else
            Write(text, root, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, HoconValue value, int level)
    {
        switch (value)
        {
            case HoconObject { Count: 0 }:
                text.Append("{}");
                break;
            case HoconObject o:
                text.Append("{\n");
                WriteFields(text, o, level + 1);
                text.Append('\n').Append(' ', level * Indent).Append('}');
                break;
            case HoconArray array:
                text.Append('[');
                for (var i = 0; i < array.Items.Count; i++)
                {
                    if (i > 0)
                        text.Append(", ");
                    Write(text, array.Items[i], level);
                }

                text.Append(']');
                break;
            case HoconScalar scalar:
                text.Append(scalar.ScalarKind == ScalarKind.Text ? Quoting.Quote(scalar.Text) : scalar.Text);
                break;
        }
    }

    private static void WriteFields(StringBuilder text, HoconObject o, int level)
    {
        var first = true;
        foreach (var (key, field) in o.Fields)
        {
            if (!first)
                text.Append('\n');
            first = false;
            text.Append(' ', level * Indent).Append(Quoting.Key(key)).Append(" : ");
            Write(text, field.Value, level);
        }
    }
}
