using System.Globalization;
using System.Text;

namespace Chatroom.Actors;

/// <summary>
/// Text as people see it: what does not show, steers a terminal or rearranges a line stands there as <c>&lt;U+202E&gt;</c>. Only for
/// people; programs, transcripts and comparisons take the text as it is.
/// </summary>
internal static class VisibleText
{
    // No language needs more on one letter; with many, a line covers its neighbours.
    private const int MostMarks = 4;

    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int TextStyle = 0xFE0E;
    private const int EmojiStyle = 0xFE0F;

    /// <summary>The text with the code in place of each code point that must not reach a terminal.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isOneLine">False for a page of our own, in which line ends and tabs stay. What a stranger may have written is one line.</param>
    public static string Of(string text, bool isOneLine = true)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return text;
        }
        var shown = new StringBuilder(text.Length);
        var (before, marks) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var code = CodeAt(text, at);
            var length = code > char.MaxValue ? 2 : 1;
            marks = IsMark(code) ? marks + 1 : 0;
            if ((IsHidden(code) && !IsAtHome(code, before) && (isOneLine || !IsLayout(text, at))) || marks > MostMarks)
            {
                shown.Append('<').Append(CodeOf(code)).Append('>');
                before = 0;
            }
            else
            {
                shown.Append(text, at, length);
                before = code;
            }
            at += length;
        }
        return shown.ToString();
    }

    /// <summary>The code point at a place of a text; half a surrogate pair stands for itself.</summary>
    public static int CodeAt(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune.Value : text[at];

    /// <summary>The name of a code point: <c>U+202E</c>.</summary>
    public static string CodeOf(int code) => string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}");

    /// <summary>True if a code point does not show as a character of its own, or not everywhere as the same.</summary>
    public static bool IsHidden(int code) => CharUnicodeInfo.GetUnicodeCategory(code) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or
        UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ||
        IsBlank(code);

    /// <summary>True for what stands on, in or around the character before it.</summary>
    public static bool IsMark(int code) => CharUnicodeInfo.GetUnicodeCategory(code) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // Marks and letters without a form. Their categories do not tell.
    private static bool IsBlank(int code) => code is
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or
        (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0100 and <= 0xE01EF);

    // Emoji are put together with these, and some scripts shape their letters with them; once, after a character that shows.
    private static bool IsAtHome(int code, int before) => code switch
    {
        ZeroWidthJoiner when before == EmojiStyle => true,
        EmojiStyle when before is >= '0' and <= '9' or '#' or '*' => true,
        ZeroWidthJoiner or ZeroWidthNonJoiner or TextStyle or EmojiStyle => before > 0x7F && !IsHidden(before),
        _ => false,
    };

    private static bool IsLayout(string text, int at) => text[at] is '\n' or '\t' || (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');
}
