namespace Akka.Util;

/// <summary>Matches a text against a pattern with <c>*</c> for any characters and <c>?</c> for one.</summary>
public static class WildcardMatch
{
    /// <summary>Whether the whole text matches the pattern.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="caseSensitive">Whether case counts.</param>
    /// <returns>True if it does.</returns>
    public static bool Like(this string text, string pattern, bool caseSensitive = false)
    {
        var comparison = caseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        int t = 0, p = 0, star = -1, retry = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                retry = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || Same(text, t, pattern, p, comparison)))
            {
                t++;
                p++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more.
                p = star + 1;
                t = ++retry;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).Trim('*').IsEmpty;
    }

    private static bool Same(string text, int t, string pattern, int p, StringComparison comparison) =>
        text.AsSpan(t, 1).Equals(pattern.AsSpan(p, 1), comparison);
}
