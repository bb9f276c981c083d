using System.Globalization;
using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon.Conversion;

/// <summary>Numbers as HOCON writes them: JSON's, <c>0x</c> hexadecimal, and octal with a leading 0. Never by culture.</summary>
internal static class Numbers
{
    /// <summary>What an unquoted text is: a boolean, one of the number kinds, or plain text.</summary>
    public static ScalarKind KindOf(string text)
    {
        if (text is "true" or "false")
            return ScalarKind.Boolean;
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] == '-'))
            return ScalarKind.Unquoted;
        if (IsHex(text))
            return ScalarKind.Hex;
        if (IsOctal(text))
            return ScalarKind.Octal;
        if (TryLong(text, out _))
            return ScalarKind.Integer;
        return char.IsAsciiDigit(text[^1]) && TryDouble(text, out _) ? ScalarKind.Double : ScalarKind.Unquoted;
    }

    public static bool TryLong(string text, out long value)
    {
        value = 0;
        if (IsHex(text))
            return long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        return IsOctal(text)
            ? TryOctal(text, out value)
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads an index: decimal digits only.</summary>
    public static bool TryIndex(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    public static bool TryInt(string text, out int value)
    {
        var fits = TryLong(text, out var number) && number is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)number : 0;
        return fits;
    }

    public static bool TryByte(string text, out byte value)
    {
        var fits = TryLong(text, out var number) && number is >= byte.MinValue and <= byte.MaxValue;
        value = fits ? (byte)number : (byte)0;
        return fits;
    }

    public static bool TryDouble(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    public static bool TryFloat(string text, out float value) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    public static bool TryDecimal(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static bool IsHex(string text) =>
        text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'X' && text.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0;

    private static bool IsOctal(string text) =>
        text.Length > 1 && text[0] == '0' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '7') < 0;

    private static bool TryOctal(string text, out long value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (value > long.MaxValue >> 3)
                return false;
            value = (value << 3) | (uint)(digit - '0');
        }

        return true;
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits =
        System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
