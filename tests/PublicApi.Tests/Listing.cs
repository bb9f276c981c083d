using System.Buffers;

namespace PublicApi.Tests;

/// <summary>A type of the listing: its head, what it derives from, and its members' lines.</summary>
internal sealed record ListedType(string Name, string Kind, IReadOnlyList<string> Bases, HashSet<string> Members);

/// <summary>The official surface, read from the lines <c>TYPE :: …</c> of listing/*.txt.</summary>
internal sealed class Listing
{
    private const string Separator = " :: ";
    private static readonly string[] Kinds =
        ["class", "static class", "abstract class", "sealed class", "struct", "interface", "enum", "delegate"];

    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+");

    private readonly Dictionary<string, ListedType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mentioned = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _types.Keys;

    public static Listing Load(params string[] files) =>
        Parse(files.SelectMany(file => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "listing", file + ".txt"))));

    public static Listing Parse(IEnumerable<string> lines)
    {
        var listing = new Listing();
        foreach (var group in lines.Where(line => line.Length > 0).GroupBy(TypeOf, StringComparer.Ordinal))
        {
            var entries = group.Select(line => line[(group.Key.Length + Separator.Length)..]).ToList();
            var head = entries.Single(entry => Kinds.Contains(KindOf(entry), StringComparer.Ordinal));
            var kind = KindOf(head);
            var bases = head.Length == kind.Length ? [] : head[(kind.Length + 3)..].Split(", ");
            entries.Remove(head);
            foreach (var entry in entries) listing.Mention(entry);
            listing._types.Add(group.Key, new ListedType(group.Key, kind, bases, entries.ToHashSet(StringComparer.Ordinal)));
        }

        return listing;
    }

    public ListedType? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>Whether a signature names the type: the listing leaves some namespaces out, but not the signatures that use them.</summary>
    public bool Mentions(string name)
    {
        var generics = name.IndexOf('<', StringComparison.Ordinal);
        return _mentioned.Contains(generics < 0 ? name : name[..generics]);
    }

    /// <summary>The class that a listed class derives from; null where that is System.Object.</summary>
    public string? BaseOf(ListedType type) =>
        type.Bases.Count > 0 && !IsInterface(type.Bases[0]) ? type.Bases[0] : null;

    private void Mention(ReadOnlySpan<char> entry)
    {
        while (!entry.IsEmpty)
        {
            var length = entry.IndexOfAnyExcept(NameLetters);
            var word = length < 0 ? entry : entry[..length];
            if (word.Contains('.')) _mentioned.Add(word.ToString());
            entry = entry[Math.Min(word.Length + 1, entry.Length)..];
        }
    }

    private bool IsInterface(string name)
    {
        if (Find(name) is { } listed) return string.Equals(listed.Kind, "interface", StringComparison.Ordinal);
        var generics = name.IndexOf('<', StringComparison.Ordinal);
        var plain = generics < 0 ? name : name[..generics];
        var simple = plain[(plain.LastIndexOfAny(['.', '+']) + 1)..];
        return simple.Length > 1 && simple[0] == 'I' && char.IsUpper(simple[1]);
    }

    private static string TypeOf(string line) => line[..line.IndexOf(Separator, StringComparison.Ordinal)];

    private static string KindOf(string entry)
    {
        var colon = entry.IndexOf(" : ", StringComparison.Ordinal);
        return colon < 0 ? entry : entry[..colon];
    }
}
