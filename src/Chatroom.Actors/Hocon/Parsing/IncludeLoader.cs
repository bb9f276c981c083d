namespace Chatroom.Actors.Hocon;

/// <summary>Fetches what includes name.</summary>
/// <param name="find">Gives what an include names, given also the text that it is in.</param>
/// <param name="broken">Takes what is wrong with an include, once each; null if that is an exception.</param>
internal sealed class IncludeLoader(Func<Source, string, Source?>? find, ICollection<HoconException>? broken = null)
{
    private const int MaxDepth = 20;
    private const int MaxCount = 1000;
    private const int MaxBroken = 100;

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

    /// <summary>Takes note of an error in an include, and tells whether reading goes on without the include.</summary>
    public bool LeavesOut(HoconException error)
    {
        if (broken is null || broken.Count >= MaxBroken)
            return false;
        // What includes itself is read many times.
        if (broken.All(known => known.Message != error.Message))
            broken.Add(error);
        return true;
    }

    private static Source? Find(Func<Source, string, Source?> find, Origin include, string name)
    {
        try
        {
            return find(include.Source, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw include.Error($"can't include {Quoting.Excerpt(name)}: {ChatText.Clean(e.Message.ReplaceLineEndings(" "))}", e);
        }
    }
}
