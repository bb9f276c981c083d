using System.Text;

namespace Chatroom.Actors;

/// <summary>Keeps the last line that was written, without blank ones: what a program says of its end.</summary>
internal sealed class LastLine : TextWriter
{
    private volatile string? _text;

    /// <summary>The line; null if there was none.</summary>
    public string? Text => _text;

    /// <inheritdoc />
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc />
    public override void WriteLine(string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            _text = value.Trim();
    }

    /// <inheritdoc />
    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }
}
