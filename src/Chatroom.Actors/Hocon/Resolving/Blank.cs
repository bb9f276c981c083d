using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon.Resolving;

/// <summary>Blanks between values that are being concatenated.</summary>
internal sealed class Blank(string text) : ConfValue
{
    public string Text { get; } = text;

    /// <inheritdoc />
    public override long Weight => 0;

    /// <inheritdoc />
    public override int Depth => 0;

    /// <inheritdoc />
    public override string Kind => "a blank";
}
