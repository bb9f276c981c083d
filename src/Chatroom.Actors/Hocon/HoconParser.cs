namespace Chatroom.Actors.Hocon;

/// <summary>The way in: a text becomes a resolved value.</summary>
internal static class HoconParser
{
    /// <summary>Parses a text, with everything that it includes, and resolves its substitutions.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What errors call it.</param>
    /// <param name="include">Gives what an include names, given also the text that it is in; null if there is nothing. Null if includes are not available.</param>
    /// <param name="environment">Gives an environment variable, or null; if it is null, the variables of this process count.</param>
    /// <param name="broken">
    /// Takes what is wrong with an include, which is then left out; nor is it an error then that a substitution has no value, for that may
    /// stand in what is left out. Null if that is an exception as well.
    /// </param>
    /// <returns>An object, or an array if the text is one.</returns>
    /// <exception cref="HoconException">The text is empty or not HOCON, or something in it can't be included or resolved.</exception>
    public static HoconValue Parse(
        string text, string file, Func<Source, string, Source?>? include = null, Func<string, string?>? environment = null,
        ICollection<HoconException>? broken = null)
    {
        var source = new Source(file, text);
        if (string.IsNullOrWhiteSpace(text))
            throw source.Error(0, "the text is empty");
        var loader = new IncludeLoader(include, broken);
        var root = new DocumentParser(source, loader, [], includes: 0, new Nesting(depth: 0)).Parse();
        return new Resolver(root, environment ?? Environment.GetEnvironmentVariable, text.Length + loader.Length, isIncomplete: broken is { Count: > 0 }).Resolve();
    }
}
