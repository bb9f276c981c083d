using System.Globalization;
using System.Text;

namespace Chatroom.Actors;

/// <summary>What a bot may be called: docs/scenarios.md. Asked where people choose a name; what was written before is read back as it is.</summary>
internal static class NameRules
{
    private const string Host = "host";
    private const int MostMarks = 4;

    /// <summary>What is wrong with a name, as the end of a sentence that begins with the name; null if nothing is.</summary>
    public static string? Mistake(string name) =>
        name.Length == 0 ? "is no name: it has no characters"
        : name.Length > ChatText.MaxName ? $"is too long: a name has at most {ChatText.MaxName} characters"
        : IsPlain(name) ? InSpaces(name) ?? InWords(name)
        : InCodePoints(name) ?? InSpaces(name) ?? InWords(name) ?? InScripts(name);

    /// <summary>What is wrong with the names of one room or file together: a sentence for each that looks like another.</summary>
    public static IEnumerable<string> Mistakes(IReadOnlyList<string> names)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!known.TryAdd(BotNames.Look(name), name) && known[BotNames.Look(name)] is var other && other != name)
            {
                yield return $"{Spelled(name)} and {Spelled(other)} look alike; call one of them something else";
            }
        }
    }

    /// <summary>The name, with the code of each character that is not plain ASCII: what tells two names apart that look alike.</summary>
    public static string Spelled(string name) => Ascii.IsValid(name)
        ? name
        : $"{name} ({string.Join(' ', Codes(name).Where(code => code > 0x7F).Select(VisibleText.CodeOf))})";

    // The names of most conversations: their start shall not be slower for the others.
    private static bool IsPlain(string name) => name.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    private static IEnumerable<int> Codes(string name)
    {
        for (var at = 0; at < name.Length; at += VisibleText.CodeAt(name, at) > char.MaxValue ? 2 : 1)
        {
            yield return VisibleText.CodeAt(name, at);
        }
    }

    private static string? InCodePoints(string name)
    {
        var marks = MostMarks;
        foreach (var code in Codes(name))
        {
            if (VisibleText.IsHidden(code))
            {
                return $"has {VisibleText.CodeOf(code)}, {WhatIs(code)}; leave it out";
            }
            if (code != ' ' && CharUnicodeInfo.GetUnicodeCategory(code) == UnicodeCategory.SpaceSeparator)
            {
                return $"has {VisibleText.CodeOf(code)}, a space of another kind; use a plain one";
            }
            marks = VisibleText.IsMark(code) ? marks + 1 : 0;
            if (marks > MostMarks)
            {
                return $"has {VisibleText.CodeOf(code)} where no letter takes it: a mark stands on a letter, and at most {MostMarks} on one";
            }
        }
        return null;
    }

    private static string WhatIs(int code) => CharUnicodeInfo.GetUnicodeCategory(code) switch
    {
        UnicodeCategory.Control => "a control character",
        UnicodeCategory.Surrogate => "half a character",
        UnicodeCategory.PrivateUse => "a character that looks different everywhere",
        UnicodeCategory.OtherNotAssigned => "which is no character",
        _ => "which does not show",
    };

    private static string? InSpaces(string name) =>
        name[0] == ' ' || name[^1] == ' ' ? "begins or ends with a space; leave it out"
        : name.Contains("  ", StringComparison.Ordinal) ? "has two spaces in a row; leave one out"
        : null;

    // A line of a conversation is NAME: TEXT.
    private static string? InWords(string name)
    {
        var look = BotNames.Look(name);
        return look.Contains(':', StringComparison.Ordinal) ? "has a colon, which stands after a name; leave it out"
            : look.StartsWith(Host, StringComparison.Ordinal) && (look.Length == Host.Length || !char.IsLetterOrDigit(look[Host.Length]))
                ? "is taken for the Host; choose another"
                : null;
    }

    private static string? InScripts(string name)
    {
        var scripts = Codes(name).Select(code => (Code: code, Script: ScriptOf(code))).Where(one => one.Script is not null).ToList();
        var other = scripts.Find(one => one.Script != scripts[0].Script);
        return other.Script is null ? null
            : $"mixes {scripts[0].Script} and {other.Script} letters, of which some look alike: {VisibleText.CodeOf(other.Code)} is {other.Script}; use letters of one script";
    }

    private static string? ScriptOf(int code)
    {
        var folded = UnicodeForms.Folded(new Rune(code).ToString());
        return !char.IsLetter(folded[0]) ? null : folded[0] switch
        {
            (>= 'a' and <= 'z') or (>= '\u00DF' and <= '\u02AF') or (>= '\u1D00' and <= '\u1D25') or (>= '\u1E00' and <= '\u1EFF') or
                (>= '\u2C60' and <= '\u2C7F') or (>= '\uA722' and <= '\uA7FF') or (>= '\uAB30' and <= '\uAB64') => "Latin",
            (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => "Greek",
            (>= '\u0400' and <= '\u052F') or (>= '\u1C80' and <= '\u1C8F') or (>= '\uA640' and <= '\uA69F') => "Cyrillic",
            _ => null,
        };
    }
}
