namespace Chatroom.Actors.Hocon;

/// <summary>Fetches what includes name.</summary>
internal sealed class IncludeLoader(Func<Source, string, Source?>? find)
{
    private const int MaxDepth = 20;
    private const int MaxCount = 1000;

    private int _count;

    /// <summary>How many characters were included so far.</summary>
    public long Length { get; private set; }

    /// <summary>The included text; null if there is none and none is required.</summary>
    /// <exception cref="HoconException">It is required but missing, it can't be read, or includes go too deep.</exception>
    public Source? Load(Origin include, string name, bool required, int depth)
    {
        if (depth >= MaxDepth || ++_count > MaxCount)
            throw include.Error($"too many includes; does {Quoting.Excerpt(name)} include itself?");

        var found = find == null ? null : Find(find, include, name);
        if (found is null or { Text: "" })
            return required ? throw include.Error($"the required include {Quoting.Excerpt(name)} was not found") : null;

        Length += found.Text.Length;
        return found;
    }

    private static Source? Find(Func<Source, string, Source?> find, Origin include, string name)
    {
        try
        {
            return find(include.Source, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw include.Error($"can't include {Quoting.Excerpt(name)}: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}
