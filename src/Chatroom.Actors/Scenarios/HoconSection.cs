using System.Globalization;
using Chatroom.Actors.Hocon;

namespace Chatroom.Actors;

/// <summary>
/// An object in a HOCON file, read key by key. What is wrong with a value is noted with its path, and a default takes
/// its place, so that all errors of a file come at once. Whoever has read all that it knows calls <see cref="NoMore"/>.
/// </summary>
internal sealed class HoconSection(string path, HoconObject? content, HoconErrors errors)
{
    // All names of a roster, and what stands around them.
    private const int MaxLine = 32 * 1024;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The keys, in the file's order.</summary>
    public IEnumerable<string> Keys => content?.Keys ?? Enumerable.Empty<string>();

    public bool Has(string key)
    {
        _known.Add(key);
        return Find(key) is not null;
    }

    /// <summary>Leaves a key to another reader.</summary>
    public void Skip(string key) => _known.Add(key);

    /// <summary>A text that must be there.</summary>
    public string Text(string key) => OptionalText(key) ?? Missing(key);

    public string? OptionalText(string key, int max = Line.MaxText)
    {
        if (Scalar(key) is not { } text)
        {
            return null;
        }
        if (text.Length > max || text.Any(char.IsControl))
        {
            Error(key, $"must be one line of at most {max} characters");
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
        Error(key, $"must be a whole number from {min} to {max}, not {text}");
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
        Error(key, $"must be a whole number, not {text}");
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
            Error(key, $"must be true or false, not {text}");
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
        if (!char.IsAsciiDigit(text[^1]) && Find(key)!.TryGetTimeSpan(out var value, allowInfinite: false) && value > TimeSpan.Zero && value <= TimeSpan.FromDays(1) &&
            value.Ticks % TimeSpan.TicksPerMillisecond == 0)
        {
            return value;
        }
        Error(key, $"must be a time from 1 ms to 1 day with its unit, such as 30 s, in whole milliseconds, not {text}");
        return null;
    }

    /// <summary>A text, or null for the word that stands for none, which is the default.</summary>
    public string? TextOr(string key, string none) => OptionalText(key) is { } text && text != none ? text : null;

    /// <summary>A whole number, or null for the word that stands for none, which is the default.</summary>
    public int? IntOr(string key, string none, int min, int max) => Scalar(key) is null || Scalar(key) == none ? null : Int(key, min, min, max);

    /// <summary>A time span over zero, or null for the word that stands for none, which is the default.</summary>
    public TimeSpan? DurationOr(string key, string none) => Scalar(key) is null || Scalar(key) == none ? null : Duration(key, TimeSpan.Zero);

    public TEnum? OptionalWord<TEnum>(string key) where TEnum : struct, Enum
    {
        if (Scalar(key) is not { } text)
        {
            return null;
        }
        if (Words.TryParse<TEnum>(text, out var value))
        {
            return value;
        }
        Error(key, $"must be one of {Words.All<TEnum>()}, not {text}");
        return null;
    }

    /// <summary>An object; empty when it is not there.</summary>
    public HoconSection Section(string key)
    {
        _known.Add(key);
        if (Find(key) is not { } value)
        {
            return new HoconSection(At(key), null, errors);
        }
        if (value.Type != HoconType.Object)
        {
            Error(key, "must be an object: { ... }");
            return new HoconSection(At(key), null, errors);
        }
        return new HoconSection(At(key), value.GetObject(), errors);
    }

    /// <summary>A list of texts; empty when it is not there.</summary>
    public ValueList<string> Texts(string key) => Items(key).Select((item, place) => ItemText(key, place, item)).OfType<string>().ToValueList();

    /// <summary>A list of objects, each read by <paramref name="read"/>, null for one that it makes nothing of; empty when it is not there.</summary>
    public ValueList<T> Objects<T>(string key, Func<HoconSection, T?> read) where T : class =>
        Items(key).Select((item, place) => ItemObject(key, place, item, read)).OfType<T>().ToValueList();

    /// <summary>A list of texts, which may be as long as what people see of an event, and objects.</summary>
    public ValueList<T> Mixed<T>(string key, Func<string, T> readText, Func<HoconSection, T?> readObject) where T : class =>
        Items(key).Select((item, place) => item.Type == HoconType.Object
            ? ItemObject(key, place, item, readObject)
            : ItemText(key, place, item, MaxLine) is { } text ? readText(text) : null).OfType<T>().ToValueList();

    /// <summary>Whether something is wrong with this key's value, or inside it.</summary>
    public bool HasErrors(string key) => errors.Has(At(key));

    public void Error(string key, string what) => errors.Add(At(key), what);

    /// <summary>An error of the object as a whole.</summary>
    public void Error(string what) => errors.Add(path, what);

    /// <summary>Notes every key that nobody asked for.</summary>
    public void NoMore()
    {
        foreach (var key in Keys.Where(key => !_known.Contains(key)))
        {
            Error(key, $"is not known here; known are {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
        }
    }

    private string Missing(string key)
    {
        if (Find(key) is null)
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
        if (value.Type is HoconType.Object or HoconType.Array or HoconType.Empty || value.GetString() is not { Length: > 0 } text)
        {
            Error(key, "must be a plain value");
            return null;
        }
        return text;
    }

    private IList<HoconValue> Items(string key)
    {
        _known.Add(key);
        if (Find(key) is not { } value)
        {
            return [];
        }
        if (value.Type != HoconType.Array)
        {
            Error(key, "must be a list: [ ... ]");
            return [];
        }
        return value.GetArray();
    }

    private string? ItemText(string key, int place, HoconValue item, int max = Line.MaxText)
    {
        if (item.Type is not (HoconType.Object or HoconType.Array or HoconType.Empty) &&
            item.GetString() is { Length: > 0 } text && text.Length <= max && !text.Any(char.IsControl))
        {
            return text;
        }
        Error(Place(key, place), $"must be one line of at most {max} characters");
        return null;
    }

    private T? ItemObject<T>(string key, int place, HoconValue item, Func<HoconSection, T?> read) where T : class
    {
        if (item.Type != HoconType.Object)
        {
            Error(Place(key, place), "must be an object: { ... }");
            return null;
        }
        var section = new HoconSection(At(Place(key, place)), item.GetObject(), errors);
        var value = read(section);
        if (value is not null)
        {
            section.NoMore();
        }
        return value;
    }

    private HoconValue? Find(string key) => content is not null && content.TryGetValue(key, out var field) ? field.Value : null;

    private string At(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Place(string key, int place) => string.Create(CultureInfo.InvariantCulture, $"{key}[{place}]");
}
