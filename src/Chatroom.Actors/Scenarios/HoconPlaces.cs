using System.Globalization;

namespace Chatroom.Actors;

/// <summary>
/// Where the values of a HOCON file stand, by file and line; the parser's values don't tell. Looks only at a text that the parser has
/// taken, so whatever it can't make out is skipped. Of what is set twice, the last place counts.
/// </summary>
internal sealed class HoconPlaces
{
    private const int Unknown = -1;

    private readonly Dictionary<string, HoconPlace> _places = new(StringComparer.Ordinal);

    // How many items of a list are known so far; Unknown once a substitution has added some.
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    private readonly Func<string, (string File, string Text)?> _include;
    private readonly string _file;

    private HoconPlaces(string file, Func<string, (string File, string Text)?> include)
    {
        _file = file;
        _include = include;
    }

    /// <summary>The places in a text with all that it includes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What places in it are called.</param>
    /// <param name="include">The file and the text that an include names; null when there is none.</param>
    public static HoconPlaces Of(string text, string file, Func<string, (string File, string Text)?> include)
    {
        var places = new HoconPlaces(file, include);
        places.Scan(new HoconCursor(text, file), "");
        return places;
    }

    /// <summary>Where a path stands, or else what it is a part of; at last the beginning of the file.</summary>
    public HoconPlace Find(string path)
    {
        for (var part = path; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOfAny(['.', '[']))])
        {
            if (_places.TryGetValue(part, out var place))
            {
                return place;
            }
        }
        return new HoconPlace(_file, 1);
    }

    private void Scan(HoconCursor text, string path)
    {
        text.SkipLines();
        if (text.Current == '{')
        {
            text.Next();
        }
        Fields(text, path);
    }

    private void Fields(HoconCursor text, string path)
    {
        for (text.SkipSeparators(); !text.AtEnd && text.Current != '}'; text.SkipSeparators())
        {
            if (text.TakeInclude() is { } name)
            {
                if (_include(name) is { } included)
                {
                    Scan(new HoconCursor(included.Text, included.File), path);
                }
                continue;
            }
            Field(text, path);
        }
        text.Next();
    }

    private void Field(HoconCursor text, string path)
    {
        var (start, place) = (text.Position, text.Place);
        foreach (var key in text.TakeKey())
        {
            path = path.Length == 0 ? key : $"{path}.{key}";
            _places[path] = place;
        }
        text.SkipLines();
        var appends = text.Current == '+';
        while (text.Current is '+' or '=' or ':')
        {
            text.Next();
        }
        text.SkipLines();
        if (appends)
        {
            Item(text, path);
        }
        else
        {
            _counts[path] = 0;
            Value(text, path);
        }
        if (text.Position == start)
        {
            text.Next();
        }
    }

    private void Value(HoconCursor text, string path)
    {
        for (text.SkipBlanks(); !text.AtEnd && text.Current is not ('\n' or ',' or '}' or ']') && !text.AtComment; text.SkipBlanks())
        {
            switch (text.Current)
            {
                case '{':
                    text.Next();
                    Fields(text, path);
                    break;
                case '[':
                    text.Next();
                    Items(text, path);
                    break;
                case '$':
                    text.SkipPast('}');
                    _counts[path] = Unknown;
                    break;
                default:
                    text.SkipText();
                    break;
            }
        }
    }

    private void Items(HoconCursor text, string path)
    {
        for (text.SkipSeparators(); !text.AtEnd && text.Current != ']'; text.SkipSeparators())
        {
            var start = text.Position;
            Item(text, path);
            if (text.Position == start)
            {
                text.Next();
            }
        }
        text.Next();
    }

    private void Item(HoconCursor text, string path)
    {
        var at = _counts.GetValueOrDefault(path);
        var item = string.Create(CultureInfo.InvariantCulture, $"{path}[{at}]");
        if (at != Unknown)
        {
            _places[item] = text.Place;
            _counts[path] = at + 1;
        }
        Value(text, at == Unknown ? path : item);
    }
}

/// <summary>A line in a file, from 1.</summary>
internal readonly record struct HoconPlace(string File, int Line);
