using Chatroom.Actors.Hocon.Conversion;

namespace Chatroom.Actors.Hocon.Model;

/// <summary>A string, number, boolean or null, kept as its text.</summary>
internal sealed class ConfScalar(string text, ScalarKind kind) : ConfValue
{
    public static readonly ConfScalar Null = new("null", ScalarKind.Null);

    public string Text { get; } = text;

    public ScalarKind ScalarKind { get; } = kind;

    public bool IsNull => ScalarKind == ScalarKind.Null;

    /// <inheritdoc />
    public override long Weight => 1 + Text.Length / 16;

    /// <inheritdoc />
    public override int Depth => 0;

    /// <inheritdoc />
    public override string Kind => ScalarKind switch
    {
        ScalarKind.Null => "null",
        ScalarKind.Boolean => "a boolean",
        ScalarKind.Integer or ScalarKind.Hex or ScalarKind.Octal or ScalarKind.Double => "a number",
        _ => "a string",
    };

    /// <summary>The scalar that an unquoted text stands for when it is a whole value.</summary>
    public static ConfScalar Unquoted(string text) => text == "null" ? Null : new ConfScalar(text, Numbers.KindOf(text));
}
