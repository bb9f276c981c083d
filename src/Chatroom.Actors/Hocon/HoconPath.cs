using System.Text;
using Chatroom.Actors.Hocon.Conversion;
using Chatroom.Actors.Hocon.Parsing;

namespace Chatroom.Actors.Hocon;

/// <summary>The keys that lead from a root to a value, outermost first.</summary>
internal sealed class HoconPath : List<string>, IEquatable<HoconPath>
{
    /// <summary>The path to the root itself.</summary>
    public static readonly HoconPath Empty = new([]);

    /// <summary>A path of the given keys, taken as they are.</summary>
    public HoconPath(IEnumerable<string> path) : base(path)
    {
    }

    /// <summary>Whether the path leads to the root itself.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The last key.</summary>
    public string Key => this[^1];

    /// <summary>The path as text, keys quoted where they need it.</summary>
    public string Value
    {
        get
        {
            var text = new StringBuilder();
            foreach (var key in this)
            {
                if (text.Length > 0)
                    text.Append('.');
                text.Append(Texts.NeedsQuotesInPath(key) ? Texts.Quote(key) : key);
            }

            return text.ToString();
        }
    }

    /// <summary>Reads a path such as <c>a.b."c.d"</c>.</summary>
    /// <param name="path">The text.</param>
    /// <exception cref="HoconParserException">The text is no path.</exception>
    public static HoconPath Parse(string path) => new(Keys(path));

    /// <summary>Reads a path; false if the text is none.</summary>
    public static bool TryParse(string path, out HoconPath result)
    {
        try
        {
            result = Parse(path);
            return true;
        }
        catch (HoconParserException)
        {
            result = Empty;
            return false;
        }
    }

    /// <summary>The first <paramref name="length"/> keys.</summary>
    public HoconPath SubPath(int length) => new(GetRange(0, length));

    /// <summary><paramref name="count"/> keys from <paramref name="index"/> on.</summary>
    public HoconPath SubPath(int index, int count) => new(GetRange(index, count));

    /// <summary>Whether both have the same keys in the same order.</summary>
    public bool Equals(HoconPath? other) => other is not null && this.SequenceEqual(other, StringComparer.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as HoconPath);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var key in this)
            hash.Add(key, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <summary>The path as text, keys quoted where they need it.</summary>
    public override string ToString() => Value;

    /// <summary>Whether both have the same keys in the same order.</summary>
    public static bool operator ==(HoconPath? left, HoconPath? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ in a key or in length.</summary>
    public static bool operator !=(HoconPath? left, HoconPath? right) => !(left == right);

    internal static string[] Keys(string path)
    {
        var reader = new HoconReader(new Source(path, name: null));
        var keys = PathReader.Read(reader);
        return reader.AtEnd ? keys : throw reader.Expected("the end of the path");
    }
}
