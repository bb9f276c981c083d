namespace Chatroom.Actors.Hocon;

/// <summary>Blanks between values that are being concatenated.</summary>
internal sealed class Blank(string text, Origin origin) : HoconValue(origin)
{
    public string Text => text;

    /// <inheritdoc />
    public override long Weight => 0;

    /// <inheritdoc />
    public override int Depth => 0;

    /// <inheritdoc />
    public override string Kind => "a blank";
}
