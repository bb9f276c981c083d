using Chatroom.Actors.Hocon.Model;
using Chatroom.Actors.Hocon.Resolving;

namespace Chatroom.Actors.Hocon.Parsing;

/// <summary>The way in: a text becomes a resolved value.</summary>
internal static class ConfDocument
{
    /// <summary>Parses and resolves a text that must be an object, and that includes nothing.</summary>
    /// <exception cref="HoconParserException">The text is no HOCON or no object, or something in it can't be resolved.</exception>
    public static ConfObject ParseObject(string text, Func<string, string?> environment)
    {
        var root = new DocumentParser(new Source(text, name: null), new IncludeLoader(null), [], includes: 0).Parse();
        return root is ObjectNode
            ? (ConfObject)new Resolver(root, environment, text.Length).Resolve()
            : throw root.Error("expected an object, found an array");
    }

    /// <summary>Parses and resolves a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="include">Gives the text of an include, null for none; null if includes are not to be had.</param>
    /// <param name="environment">Gives an environment variable, or null.</param>
    /// <returns>An object, or an array if the text is one.</returns>
    /// <exception cref="HoconParserException">The text is no HOCON, or something in it can't be resolved.</exception>
    public static ConfValue Parse(string text, HoconIncludeCallbackAsync? include, Func<string, string?> environment)
    {
        var loader = new IncludeLoader(include);
        var root = new DocumentParser(new Source(text, name: null), loader, [], includes: 0).Parse();
        return new Resolver(root, environment, text.Length + loader.Length).Resolve();
    }
}
