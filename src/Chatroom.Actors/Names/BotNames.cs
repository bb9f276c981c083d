using System.Text;

namespace Chatroom.Actors;

/// <summary>Compares the names of bots: the one place where it is decided whether two are the same, or look the same.</summary>
internal static class BotNames
{
    // Capitals and small letters of Cyrillic and Greek that are drawn like a Latin letter. Case is folded before.
    private const string Drawn = "авеѕіјкмнорстухһԁԛԝαβεζηικμνορτυχ";
    private const string Latin = "abesijkmhopctyxhdqwabezhikmnoptyx";

    /// <summary>True if two names are the same: typed alike, or canonically equal, such as é as one code point and as e with an accent.</summary>
    public static bool AreSame(string one, string other) => one == other || UnicodeForms.Decomposed(one) == UnicodeForms.Decomposed(other);

    /// <summary>The name among these that is the same as the wanted one, in its own spelling; null if there is none.</summary>
    public static string? Find(IReadOnlyList<string> names, string wanted)
    {
        // Old transcripts may hold two names that are the same by now.
        if (names.Contains(wanted))
        {
            return wanted;
        }
        // A stranger may ask for a name of any length.
        if (wanted.Length > ChatText.MaxName)
        {
            return null;
        }
        var form = UnicodeForms.Decomposed(wanted);
        return names.FirstOrDefault(name => UnicodeForms.Decomposed(name) == form);
    }

    /// <summary>The name among these that people take for the wanted one, though it is another; null if there is none.</summary>
    public static string? FindAlike(IEnumerable<string> names, string wanted)
    {
        if (wanted.Length > ChatText.MaxName)
        {
            return null;
        }
        var look = Look(wanted);
        return names.FirstOrDefault(name => Look(name) == look && !AreSame(name, wanted));
    }

    /// <summary>What a name looks like: the same for names that differ in case, in width, or in the script of letters that are drawn alike.</summary>
    public static string Look(string name)
    {
        var folded = UnicodeForms.Folded(name);
        return Ascii.IsValid(folded) ? folded : string.Create(folded.Length, folded, (look, text) =>
        {
            for (var at = 0; at < text.Length; at++)
            {
                var drawn = Drawn.IndexOf(text[at], StringComparison.Ordinal);
                look[at] = drawn < 0 ? text[at] : Latin[drawn];
            }
        });
    }
}
