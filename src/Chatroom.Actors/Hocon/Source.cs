namespace Chatroom.Actors.Hocon;

/// <summary>A text that is parsed.</summary>
/// <param name="file">What errors call it.</param>
/// <param name="text">What it says.</param>
internal sealed class Source(string file, string text)
{
    public string File => file;

    public string Text => text;

    /// <summary>A place in the text, counted from 0; its end at the latest.</summary>
    public Origin At(int position) => new(this, Math.Min(position, text.Length));

    public HoconException Error(int position, string what, Exception? cause = null) => At(position).Error(what, cause);

    /// <summary>What stands at <paramref name="position"/>, as an error message shows it.</summary>
    public string Describe(int position)
    {
        if (position >= text.Length)
            return "the end of the text";
        var c = text[position];
        if (c == '\n')
            return "the end of the line";
        return char.IsControl(c) || char.IsSurrogate(c) || (char.IsWhiteSpace(c) && c != ' ') ? $"U+{(int)c:X4}" : $"'{c}'";
    }
}
