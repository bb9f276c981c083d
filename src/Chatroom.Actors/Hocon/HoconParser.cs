using Chatroom.Actors.Hocon.Parsing;

namespace Chatroom.Actors.Hocon;

/// <summary>Reads HOCON.</summary>
internal sealed class HoconParser
{
    /// <summary>Parses a text, with everything that it includes, and resolves its substitutions.</summary>
    /// <param name="text">The text. Substitutions that it does not define itself may name environment variables.</param>
    /// <param name="includeCallback">
    /// Gives the texts that includes name. Without it, or if it gives null or an empty text, an include adds nothing, unless it
    /// is <c>required(…)</c>.
    /// </param>
    /// <exception cref="HoconParserException">
    /// The text is empty or no HOCON, or something in it can't be included or resolved. The message says where and why.
    /// </exception>
    public static HoconRoot Parse(string text, HoconIncludeCallbackAsync? includeCallback = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new Source(text ?? "", name: null).Error(0, "the text is empty");
        var root = ConfDocument.Parse(text, includeCallback, Environment.GetEnvironmentVariable);
        return new HoconRoot(new HoconValue(root, parent: null));
    }
}
