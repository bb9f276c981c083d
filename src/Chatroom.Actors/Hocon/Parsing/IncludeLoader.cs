using Chatroom.Actors.Hocon.Conversion;

namespace Chatroom.Actors.Hocon.Parsing;

/// <summary>Fetches what includes name.</summary>
internal sealed class IncludeLoader(HoconIncludeCallbackAsync? callback)
{
    private const int MaxDepth = 20;
    private const int MaxCount = 1000;

    private int _count;

    /// <summary>How many characters were included so far.</summary>
    public long Length { get; private set; }

    /// <summary>The included text, or null if there is none and none is required.</summary>
    /// <exception cref="HoconParserException">It is required but missing, can't be had, or includes go too deep.</exception>
    public Source? Load(HoconReader reader, int position, IncludeTarget target, int depth)
    {
        if (depth >= MaxDepth || ++_count > MaxCount)
            throw reader.Source.Error(position, $"too many includes; does {Texts.Quote(target.Name)} include itself?");

        var text = callback == null ? null : Call(callback, reader.Source, position, target);
        if (string.IsNullOrEmpty(text))
        {
            return target.Required
                ? throw reader.Source.Error(position, $"the required include {Texts.Quote(target.Name)} was not found")
                : null;
        }

        Length += text.Length;
        return new Source(text, target.Name);
    }

    private static string? Call(HoconIncludeCallbackAsync callback, Source source, int position, IncludeTarget target)
    {
        try
        {
            return callback(target.Type, target.Name)?.GetAwaiter().GetResult();
        }
        // Whatever the callback throws, the caller of the parser is to hear of the include that asked for it.
        catch (Exception e)
        {
            throw source.Error(position, $"can't include {Texts.Quote(target.Name)}: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}

/// <summary>What an include names.</summary>
internal readonly record struct IncludeTarget(HoconCallbackType Type, string Name, bool Required);
