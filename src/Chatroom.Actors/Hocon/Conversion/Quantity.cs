using System.Globalization;

namespace Chatroom.Actors.Hocon.Conversion;

/// <summary>A number and the unit behind it, as in <c>10 s</c> or <c>64KiB</c>.</summary>
internal static class Quantity
{
    /// <summary>Splits a text into its number and its unit, which may be empty. Blanks around either do not count.</summary>
    public static bool TrySplit(string text, out decimal number, out ReadOnlySpan<char> unit)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.Length;
        while (end > 0 && char.IsLetter(trimmed[end - 1]))
            end--;
        unit = trimmed[end..];
        return decimal.TryParse(trimmed[..end].TrimEnd(),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
