using System.Globalization;
using Chatroom.Actors.Hocon;

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
            return Loaded<T>.Bad($"{path}: {Unreadable.Why(path, e)}");
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
        var errors = new HoconErrors();
        var section = new HoconSection("", root.Value, errors);
        var value = read(section);
        section.NoMore();
        return errors.Count == 0
            ? Loaded<T>.Good(value)
            : Loaded<T>.Bad(errors.Lines(file, HoconPlaces.Of(text, file, name => Find(name, folder) is { } found ? (found, File.ReadAllText(found)) : null)));
    }

    private static Loaded<HoconObject> Root(string text, string file, string folder)
    {
        try
        {
            var value = HoconParser.Parse(text, (_, name) => Include(name, folder)).Value;
            return value.Type == HoconType.Object
                ? Loaded<HoconObject>.Good(value.GetObject())
                : Loaded<HoconObject>.Bad($"{file}:1: holds no settings");
        }
        catch (HoconParserException e)
        {
            return Loaded<HoconObject>.Bad(WithLine(file, e));
        }
        catch (HoconException e)
        {
            return Loaded<HoconObject>.Bad($"{file}: {e.Message}");
        }
    }

    // What is wrong in an included file is told by the message alone: its line is none of this file.
    private static string WithLine(string file, HoconParserException e)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"Line {e.LineNumber}, column {e.LinePosition}: ");
        return e.Message.StartsWith(place, StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{file}:{e.LineNumber}: {e.Message[place.Length..]}")
            : $"{file}: {e.Message}";
    }

    private static string? Find(string name, string folder) => Array.Find(Places(name, folder), File.Exists);

    private static string[] Places(string name, string folder) => [Path.Combine(folder, name), Path.Combine(ProgramFolder, name)];

    private static async Task<string> Include(string name, string folder)
    {
        var found = Find(name, folder)
            ?? throw new FileNotFoundException($"there is neither {string.Join(" nor ", Places(name, folder))}");
        return await File.ReadAllTextAsync(found).ConfigureAwait(false);
    }
}
