using System.Globalization;
using System.Text;

namespace Chatroom.Actors;

/// <summary>
/// Forms in which texts are compared. They come from a table of our own: .NET's own normalization does nothing on a machine without
/// ICU or with invariant globalization, and elsewhere follows the ICU of the machine, but a conversation is the same everywhere.
/// </summary>
internal static class UnicodeForms
{
    private const string Table = "Chatroom.Actors.Names.unicode.txt";

    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int FirstTail = 0x11A7;
    private const int Vowels = 21;
    private const int Tails = 28;

    // Read when the first name is met that is not plain ASCII.
    private static readonly Lazy<Data> Known = new(Read);

    /// <summary>The canonical decomposition (NFD): equal for texts that are canonically equal, and so have the same NFC.</summary>
    public static string Decomposed(string text) => Ascii.IsValid(text) ? text : Form(text, code => Known.Value.Canonical.GetValueOrDefault(code));

    /// <summary>The compatibility decomposition without case: equal for texts that differ only in case, width or the like.</summary>
    public static string Folded(string text) => Ascii.IsValid(text)
        ? text.ToLowerInvariant()
        : Form(text, code => code < 0x80
            ? char.ToLowerInvariant((char)code).ToString()
            : Known.Value.Folded.GetValueOrDefault(code) ?? Known.Value.Canonical.GetValueOrDefault(code));

    private static string Form(string text, Func<int, string?> replace)
    {
        var codes = new List<int>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var code = VisibleText.CodeAt(text, at);
            at += code > char.MaxValue ? 2 : 1;
            Add(codes, code is >= FirstSyllable and <= LastSyllable ? Letters(code) : replace(code), code);
        }
        var form = new StringBuilder(codes.Count);
        foreach (var code in InOrder(codes))
        {
            // Half a surrogate pair is no code point, and stays what it is.
            _ = Rune.IsValid(code) ? form.Append(new Rune(code).ToString()) : form.Append((char)code);
        }
        return form.ToString();
    }

    private static void Add(List<int> codes, string? replacement, int otherwise)
    {
        if (replacement is null)
        {
            codes.Add(otherwise);
            return;
        }
        foreach (var rune in replacement.EnumerateRunes())
        {
            codes.Add(rune.Value);
        }
    }

    // The letters of a Hangul syllable, as the standard computes them.
    private static string Letters(int syllable)
    {
        var place = syllable - FirstSyllable;
        var (lead, vowel, tail) = (place / (Vowels * Tails), place / Tails % Vowels, place % Tails);
        return $"{(char)(FirstLead + lead)}{(char)(FirstVowel + vowel)}{(tail == 0 ? "" : (char)(FirstTail + tail))}";
    }

    /// <summary>Marks on one letter in the order of their classes: in which order they were typed does not show.</summary>
    private static List<int> InOrder(List<int> codes)
    {
        var classes = Known.Value.Classes;
        for (var from = 0; from < codes.Count; from++)
        {
            var to = from;
            while (to < codes.Count && classes.ContainsKey(codes[to]))
            {
                to++;
            }
            if (to - from > 1)
            {
                // A stranger may set thousands on one letter. Those of one class keep their order.
                foreach (var mark in codes.GetRange(from, to - from).OrderBy(code => classes[code]))
                {
                    codes[from++] = mark;
                }
            }
            from = to;
        }
        return codes;
    }

    private static Data Read()
    {
        var data = new Data([], [], []);
        using var reader = new StreamReader(typeof(UnicodeForms).Assembly.GetManifestResourceStream(Table)!);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            switch (words[0])
            {
                case "m":
                    for (var code = Code(words[1]); code <= Code(words[2]); code++)
                    {
                        data.Classes[code] = int.Parse(words[3], CultureInfo.InvariantCulture);
                    }
                    break;
                case "d":
                    data.Canonical[Code(words[1])] = Text(words);
                    break;
                case "f":
                    data.Folded[Code(words[1])] = Text(words);
                    break;
            }
        }
        return data;
    }

    private static string Text(string[] words) => string.Concat(words[2..].Select(word => char.ConvertFromUtf32(Code(word))));

    private static int Code(string word) => word.Length == 0 ? 0 : int.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed record Data(Dictionary<int, string> Canonical, Dictionary<int, string> Folded, Dictionary<int, int> Classes);
}
