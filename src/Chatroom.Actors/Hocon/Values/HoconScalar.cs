using System.Globalization;

namespace Chatroom.Actors.Hocon;

/// <summary>A string, number, boolean or null, kept as its text.</summary>
internal sealed class HoconScalar(string text, ScalarKind scalarKind, Origin origin) : HoconValue(origin)
{
    public string Text => text;

    public ScalarKind ScalarKind => scalarKind;

    /// <inheritdoc />
    public override long Weight => 1 + text.Length / 16;

    /// <inheritdoc />
    public override int Depth => 0;

    /// <inheritdoc />
    public override string Kind => scalarKind switch
    {
        ScalarKind.Null => "null",
        ScalarKind.Boolean => "a boolean",
        ScalarKind.Number => "a number",
        _ => "a string",
    };

    /// <summary>The scalar that an unquoted text stands for when it is a whole value.</summary>
    public static HoconScalar Unquoted(string text, Origin origin) => new(text, KindOf(text), origin);

    /// <summary>The text of a single value; null for an object, a list, null and nothing.</summary>
    public static string? TextOf(HoconValue value) =>
        value is HoconScalar { ScalarKind: not ScalarKind.Null, Text: { Length: > 0 } text } ? text : null;

    private static ScalarKind KindOf(string text) => text switch
    {
        "null" => ScalarKind.Null,
        "true" or "false" => ScalarKind.Boolean,
        _ => IsNumber(text) ? ScalarKind.Number : ScalarKind.Text,
    };

    // JSON's numbers, or hexadecimal. The culture never matters.
    private static bool IsNumber(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] == '-'))
            return false;
        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'X')
            return ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
        return char.IsAsciiDigit(text[^1]) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }
}
