namespace Chatroom.Actors.Hocon;

/// <summary>Reads substitutions: <c>${path}</c> and <c>${?path}</c>.</summary>
internal static class ReferenceReader
{
    /// <summary>Reads one. The reader is at its <c>$</c>.</summary>
    /// <param name="reader">Reads the text.</param>
    /// <param name="prefix">The path at which the text is included.</param>
    public static ReferenceNode Read(HoconReader reader, string[] prefix)
    {
        var source = reader.Source;
        var position = reader.Position++;
        if (reader.Current != '{')
            throw source.Error(position, "'$' can't stand in an unquoted value; put the value in quotes, or write ${path}");
        reader.Position++;
        var optional = reader.Current == '?';
        if (optional)
            reader.Position++;
        var path = PathReader.Read(reader);
        if (reader.Current != '}')
            throw reader.Expected("'}' at the end of the substitution");
        reader.Position++;
        return new ReferenceNode(source.At(position), path, optional, prefix);
    }
}
