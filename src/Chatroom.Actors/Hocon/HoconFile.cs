using Chatroom.Actors.Hocon;

namespace Chatroom.Actors;

/// <summary>Reads a HOCON file with what it includes.</summary>
internal static class HoconFile
{
    /// <summary>No such file has more bytes.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The hocon/ folder that comes with the program.</summary>
    public static string ProgramFolder => Path.Combine(AppContext.BaseDirectory, "hocon");

    /// <summary>Reads a file by <paramref name="read"/>. An include is looked for beside the file that it is in, then in <see cref="ProgramFolder"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads the settings.</param>
    /// <param name="mistakenFor">Says, from the text, what else the file is if it is not such a file at all; null if it may be one.</param>
    public static Result<T> Read<T>(string path, Func<HoconSection, T> read, Func<string, string?>? mistakenFor = null) where T : class
    {
        try
        {
            return Read(FileBytes.Read(path, MostBytes), path, read, mistakenFor);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Result<T>.Bad($"{path}: {Unreadable.Why(path, e)}");
        }
    }

    /// <summary>Reads the bytes of a file as <see cref="Read{T}(string, Func{HoconSection, T}, Func{string, string?}?)"/> does.</summary>
    public static Result<T> Read<T>(ReadOnlySpan<byte> content, string path, Func<HoconSection, T> read, Func<string, string?>? mistakenFor) where T : class
    {
        if (content.Length > MostBytes)
        {
            return Result<T>.Bad($"{path}: cannot be read: it is larger than 16 MB");
        }
        var text = Utf8Text.Read(content, path);
        return !text.IsGood ? Result<T>.Bad(text.Errors)
            : mistakenFor?.Invoke(text.Value) is { } other ? Result<T>.Bad($"{path}: {other}")
            : Parse(text.Value, path, FolderOf(path), read);
    }

    /// <summary>Reads a text as if it stood in a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What errors call it.</param>
    /// <param name="folder">The folder that includes are relative to.</param>
    /// <param name="read">Reads the settings.</param>
    public static Result<T> Parse<T>(string text, string file, string folder, Func<HoconSection, T> read) where T : class
    {
        var broken = new List<HoconException>();
        var errors = new HoconErrors();
        try
        {
            var parsed = HoconParser.Parse(text, file, (source, name) => Include(name, source.File == file ? folder : FolderOf(source.File)), broken: broken);
            broken.ForEach(errors.AddBroken);
            if (parsed is not HoconObject root)
            {
                errors.Add("", parsed.Origin, "holds no settings");
                return Result<T>.Bad(errors.Lines(file));
            }
            var section = new HoconSection("", root, root.Origin, errors);
            var value = read(section);
            section.NoMore();
            return errors.Count == 0 ? Result<T>.Good(value) : Result<T>.Bad(errors.Lines(file));
        }
        catch (HoconException e)
        {
            return Result<T>.Bad([.. broken.Select(include => include.Message), e.Message]);
        }
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";

    private static Source Include(string name, string folder)
    {
        string[] places = [.. new[] { Path.Combine(folder, name), Path.Combine(ProgramFolder, name) }.Distinct()];
        var found = Array.Find(places, File.Exists) ?? throw new FileNotFoundException($"there is no {string.Join(" and no ", places)}");
        var text = Utf8Text.Read(FileBytes.Read(found, MostBytes), found);
        return new Source(found, text.IsGood ? text.Value : throw new IOException(text.Errors[0]));
    }
}
