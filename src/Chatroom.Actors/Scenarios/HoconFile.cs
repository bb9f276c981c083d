using Hocon;

namespace Chatroom.Actors;

/// <summary>Reads a HOCON file with what it includes.</summary>
internal static class HoconFile
{
    /// <summary>The hocon/ folder that comes with the program.</summary>
    public static string ProgramFolder => Path.Combine(AppContext.BaseDirectory, "hocon");

    /// <summary>Reads a file by <paramref name="read"/>; an include is looked for beside the file, then in <see cref="ProgramFolder"/>.</summary>
    public static Loaded<T> Read<T>(string path, Func<HoconSection, T> read) where T : class
    {
        try
        {
            var text = File.ReadAllText(path);
            return TranscriptReader.Begins(text)
                ? Loaded<T>.Bad($"{path}: is a transcript, not a scenario; to play it again: botnode replay {path}")
                : Parse(text, path, Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Loaded<T>.Bad($"{path}: cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads a text as if it stood in a file.</summary>
    public static Loaded<T> Parse<T>(string text, string file, string folder, Func<HoconSection, T> read) where T : class
    {
        var root = Root(text, file, folder);
        if (!root.IsGood)
        {
            return Loaded<T>.Bad(root.Errors);
        }
        var errors = new List<string>();
        var section = new HoconSection(file, "", root.Value, errors);
        var value = read(section);
        section.NoMore();
        return errors.Count == 0 ? Loaded<T>.Good(value) : Loaded<T>.Bad(errors);
    }

    private static Loaded<HoconObject> Root(string text, string file, string folder)
    {
        try
        {
            var value = HoconParser.Parse(text, (_, name) => Include(name, folder)).Value;
            return value.Type == HoconType.Object
                ? Loaded<HoconObject>.Good(value.GetObject())
                : Loaded<HoconObject>.Bad($"{file}: holds no settings");
        }
        catch (HoconParserException e)
        {
            return Loaded<HoconObject>.Bad($"{file}: {e.Message}");
        }
        catch (HoconException e)
        {
            return Loaded<HoconObject>.Bad($"{file}: {e.Message}");
        }
    }

    private static async Task<string> Include(string name, string folder)
    {
        string[] places = [Path.Combine(folder, name), Path.Combine(ProgramFolder, name)];
        var found = Array.Find(places, File.Exists)
            ?? throw new FileNotFoundException($"there is neither {places[0]} nor {places[1]}");
        return await File.ReadAllTextAsync(found).ConfigureAwait(false);
    }
}
