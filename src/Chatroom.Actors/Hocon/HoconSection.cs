using System.Globalization;
using Chatroom.Actors.Hocon;

namespace Chatroom.Actors;

/// <summary>
/// An object in a HOCON file, read key by key. What is wrong with a value is noted with its path, and a default takes
/// its place, so that all errors of a file come at once. A caller that has read all keys that it knows calls <see cref="NoMore"/>.
/// </summary>
/// <param name="path">Where it is in the file.</param>
/// <param name="content">The object; null if there is none, or something else in its place.</param>
/// <param name="origin">Where it is written; otherwise the origin of what should hold it.</param>
/// <param name="errors">Takes what is wrong.</param>
internal sealed class HoconSection(string path, HoconObject? content, Origin origin, HoconErrors errors)
{
    // Fits all names of a roster, and the words around them.
    private const int MaxLine = 32 * 1024;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The keys, in the file's order.</summary>
    public IEnumerable<string> Keys => content?.Fields.Keys ?? Enumerable.Empty<string>();

    /// <summary>Whether an include of the file was left out: what seems to be missing may stand there.</summary>
    public bool IsIncomplete => errors.IsIncomplete;

    public bool Has(string key)
    {
        _known.Add(key);
        return Find(key) is not null;
    }

    /// <summary>Whether a key is there and holds null, which takes back what was there before.</summary>
    public bool IsNull(string key) => Find(key) is HoconScalar { ScalarKind: ScalarKind.Null };

    /// <summary>Leaves a key to another reader.</summary>
    public void Skip(string key) => _known.Add(key);

    /// <summary>A text that must be there.</summary>
    public string Text(string key) => OptionalText(key) ?? Missing(key);

    public string? OptionalText(string key, int max = ChatText.MaxText)
    {
        if (Scalar(key) is not { } text)
        {
            return null;
        }
        if (text.Length > max || text.Any(char.IsControl))
        {
            Error(key, HoconItem.NotOneLine(text, max));
            return null;
        }
        return text;
    }

    public int Int(string key, int otherwise, int min, int max)
    {
        if (Scalar(key) is not { } text)
        {
            return otherwise;
        }
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }
        Error(key, $"must be a whole number from {min} to {max}, not {Quoting.Excerpt(text)}");
        return otherwise;
    }

    public long? OptionalLong(string key)
    {
        if (Scalar(key) is not { } text)
        {
            return null;
        }
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }
        Error(key, $"must be a whole number, not {Quoting.Excerpt(text)}");
        return null;
    }

    public bool Flag(string key)
    {
        if (Scalar(key) is not { } text)
        {
            return false;
        }
        if (text is not ("true" or "false"))
        {
            Error(key, $"must be true or false, not {Quoting.Excerpt(text)}");
        }
        return text == "true";
    }

    /// <summary>A time span over zero, such as <c>30 s</c>.</summary>
    public TimeSpan Duration(string key, TimeSpan otherwise) => OptionalDuration(key) ?? otherwise;

    /// <summary>A time span over zero, such as <c>30 s</c>; null when it is not there.</summary>
    public TimeSpan? OptionalDuration(string key)
    {
        if (Scalar(key) is not { } text)
        {
            return null;
        }
        // A number without a unit would be milliseconds, which nobody guesses. Less than one has no place in a transcript.
        if (!char.IsAsciiDigit(text[^1]) && Durations.TryParse(text, out var value) && value > TimeSpan.Zero && value <= TimeSpan.FromDays(1) &&
            value.Ticks % TimeSpan.TicksPerMillisecond == 0)
        {
            return value;
        }
        Error(key, $"must be a time from 1 ms to 1 day with its unit, such as 30 s, in whole milliseconds, not {Quoting.Excerpt(text)}");
        return null;
    }

    /// <summary>A text, or null for the word that means none, which is the default.</summary>
    public string? TextOr(string key, string none) => OptionalText(key) is { } text && text != none ? text : null;

    /// <summary>A whole number, or null for the word that means none, which is the default.</summary>
    public int? IntOr(string key, string none, int min, int max) => Scalar(key) is null || Scalar(key) == none ? null : Int(key, min, min, max);

    /// <summary>A time span over zero, or null for the word that means none, which is the default.</summary>
    public TimeSpan? DurationOr(string key, string none) => Scalar(key) is null || Scalar(key) == none ? null : Duration(key, TimeSpan.Zero);

    public TEnum? OptionalWord<TEnum>(string key) where TEnum : struct, Enum
    {
        if (Scalar(key) is not { } text)
        {
            return null;
        }
        if (EnumWords.TryParse<TEnum>(text, out var value))
        {
            return value;
        }
        Error(key, $"must be one of {EnumWords.All<TEnum>()}, not {Quoting.Excerpt(text)}");
        return null;
    }

    /// <summary>An object; empty when it is not there.</summary>
    public HoconSection Section(string key) => new(At(key), Object(key), OriginOf(key), errors);

    /// <summary>An object as it is; null when it is not there.</summary>
    public HoconObject? Object(string key)
    {
        _known.Add(key);
        var value = Find(key);
        if (value is not (null or HoconObject))
        {
            Error(key, "must be an object: { ... }");
        }
        return value as HoconObject;
    }

    /// <summary>A list of texts; empty when it is not there.</summary>
    public ValueList<string> Texts(string key) => Items(key).Select(item => item.Text()).OfType<string>().ToValueList();

    /// <summary>A list of objects, each read by <paramref name="read"/>; null results are left out. Empty if the key is not there.</summary>
    public ValueList<T> Objects<T>(string key, Func<HoconSection, T?> read) where T : class =>
        Items(key).Select(item => item.Object(read)).OfType<T>().ToValueList();

    /// <summary>A list of texts, which may be as long as what people see of an event, and objects.</summary>
    public ValueList<T> Mixed<T>(string key, Func<string, T> readText, Func<HoconSection, T?> readObject) where T : class =>
        Items(key).Select(item => item.IsObject
            ? item.Object(readObject)
            : item.Text(MaxLine) is { } text ? readText(text) : null).OfType<T>().ToValueList();

    /// <summary>Whether something is wrong with this key's value, or inside it.</summary>
    public bool HasErrors(string key) => errors.Has(At(key));

    /// <summary>An error about a key's value; about the object if the key is not there.</summary>
    public void Error(string key, string what) => errors.Add(At(key), OriginOf(key), what);

    /// <summary>An error about a key, whatever its value.</summary>
    public void KeyError(string key, string what) => errors.Add(At(key), content?.Find(key)?.Key ?? origin, what);

    /// <summary>An error about the object as a whole.</summary>
    public void Error(string what) => errors.Add(path, origin, what);

    /// <summary>Notes every key that nobody asked for.</summary>
    public void NoMore()
    {
        foreach (var key in Keys.Where(key => !_known.Contains(key)))
        {
            KeyError(key, $"is not known here; known are {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
        }
    }

    private string Missing(string key)
    {
        if (Find(key) is null && !IsIncomplete)
        {
            Error(key, "is missing");
        }
        return "";
    }

    private string? Scalar(string key)
    {
        _known.Add(key);
        if (Find(key) is not { } value)
        {
            return null;
        }
        if (HoconScalar.TextOf(value) is not { } text)
        {
            Error(key, "must be a plain value");
            return null;
        }
        return text;
    }

    private IEnumerable<HoconItem> Items(string key)
    {
        _known.Add(key);
        if (Find(key) is not { } value)
        {
            return [];
        }
        if (value is not HoconArray list)
        {
            Error(key, "must be a list: [ ... ]");
            return [];
        }
        return list.Items.Select((item, place) => new HoconItem(string.Create(CultureInfo.InvariantCulture, $"{At(key)}[{place}]"), item, errors));
    }

    private HoconValue? Find(string key) => content?.Find(key)?.Value;

    private Origin OriginOf(string key) => Find(key)?.Origin ?? origin;

    private string At(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
