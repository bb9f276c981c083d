using System.Text;

namespace Chatroom.Actors.Hocon;

/// <summary>Reads path expressions: keys, and the content of substitutions.</summary>
internal static class PathReader
{
    /// <summary>Reads a path up to the first character that can't belong to it. Blanks inside an element count, those around the path do not.</summary>
    public static string[] Read(HoconReader reader)
    {
        var elements = new List<string>(4);
        var element = new StringBuilder();
        var any = false;
        while (true)
        {
            var start = reader.Position;
            reader.SkipBlanks();
            var blanks = reader.Between(start, reader.Position);
            var text = ReadPart(reader, out var found);
            if (found)
            {
                if (any)
                    element.Append(blanks);
                element.Append(text);
                any = true;
                continue;
            }

            if (reader.Current == '.')
            {
                Finish(reader, elements, element, any);
                reader.Position++;
                any = false;
                continue;
            }

            if (elements.Count == 0 && !any)
                throw reader.Expected("a key");
            Finish(reader, elements, element, any);
            return [.. elements];
        }
    }

    private static string ReadPart(HoconReader reader, out bool found)
    {
        found = true;
        if (reader.Current == '"')
            return reader.ReadQuoted();
        if (reader.AtComment)
        {
            found = false;
            return "";
        }

        var text = reader.ReadUnquoted(stopAtDot: true);
        found = text.Length > 0;
        return text;
    }

    private static void Finish(HoconReader reader, List<string> elements, StringBuilder element, bool any)
    {
        if (!any)
            throw reader.Source.Error(reader.Position, "a path has an empty element here; an empty key must be quoted: \"\"");
        elements.Add(element.ToString());
        element.Clear();
    }
}
