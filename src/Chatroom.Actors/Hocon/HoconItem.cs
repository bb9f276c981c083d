using Chatroom.Actors.Hocon;

namespace Chatroom.Actors;

/// <summary>A value in a list of a HOCON file. What is wrong with it is noted, and null takes its place.</summary>
/// <param name="path">Where it is in the file.</param>
/// <param name="value">The value.</param>
/// <param name="errors">Takes what is wrong.</param>
internal sealed class HoconItem(string path, HoconValue value, HoconErrors errors)
{
    public bool IsObject => value is HoconObject;

    public string? Text(int max = ChatText.MaxText)
    {
        if (HoconScalar.TextOf(value) is { } text && text.Length <= max && !text.Any(char.IsControl))
        {
            return text;
        }
        errors.Add(path, value.Origin, NotOneLine(HoconScalar.TextOf(value), max));
        return null;
    }

    /// <summary>Says that a text is too long, or which control character it holds.</summary>
    public static string NotOneLine(string? text, int max)
    {
        var at = text is null ? -1 : Array.FindIndex(text.ToCharArray(), char.IsControl);
        return $"must be one line of at most {max} characters" + (at < 0 ? "" : $", without {VisibleText.CodeOf(text![at])}");
    }

    /// <summary>What <paramref name="read"/> makes of an object. Afterwards, a key that was not asked for is an error.</summary>
    public T? Object<T>(Func<HoconSection, T?> read) where T : class
    {
        if (value is not HoconObject content)
        {
            errors.Add(path, value.Origin, "must be an object: { ... }");
            return null;
        }
        if (content.SetAgain is var (key, place))
        {
            errors.Add(path, place, $"sets {key} again; is a comma missing before this {{?");
        }
        var section = new HoconSection(path, content, content.Origin, errors);
        var made = read(section);
        if (made is not null)
        {
            section.NoMore();
        }
        return made;
    }
}
