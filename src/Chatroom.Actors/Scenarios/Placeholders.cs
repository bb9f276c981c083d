using System.Text.RegularExpressions;

namespace Chatroom.Actors;

/// <summary>The words between braces that replies and questions may hold.</summary>
internal static partial class Placeholders
{
    /// <summary>Those of a reply.</summary>
    public static readonly ValueList<string> OfReplies = ["{what}", "{action}", "{subject}", "{name}", "{counter}", "{other}"];

    /// <summary>Those of a question.</summary>
    public static readonly ValueList<string> OfQuestions = ["{what}", "{action}", "{subject}"];

    /// <summary>The first word in braces that is none of these; null if all are known.</summary>
    public static string? UnknownIn(string text, ValueList<string> known) =>
        Pattern().Matches(text).Select(match => match.Value).FirstOrDefault(word => !known.Contains(word));

    /// <summary>A reply with everything filled in.</summary>
    public static string FillReply(string reply, string name, Suggestion suggestion, string counter) => Pattern().Replace(reply, match => match.Value switch
    {
        "{name}" => name,
        "{counter}" or "{other}" => counter,
        var word => Fill(word, suggestion),
    });

    /// <summary>A suggestion with its text: a question with everything filled in. The text may be longer than a line.</summary>
    public static Suggestion Ask(Suggestion plain, string question) =>
        plain with { Text = ChatText.Clean(Pattern().Replace(question, match => Fill(match.Value, plain))) };

    private static string Fill(string word, Suggestion suggestion) => word switch
    {
        "{what}" => suggestion.What,
        "{action}" => suggestion.Action,
        "{subject}" => suggestion.Subject ?? suggestion.Action,
        _ => word,
    };

    [GeneratedRegex("""\{[a-z-]+\}""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
