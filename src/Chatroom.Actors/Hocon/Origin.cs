using System.Globalization;

namespace Chatroom.Actors.Hocon;

/// <summary>Where something was written. Lines are counted on demand, which is only when something is wrong.</summary>
internal sealed class Origin(Source source, int position)
{
    /// <summary>The text that it was written in.</summary>
    public Source Source => source;

    public string File => source.File;

    /// <summary>The line in the file, from 1.</summary>
    public int Line => Before.Count('\n') + 1;

    /// <summary>The column in the line, from 1.</summary>
    public int Column => Before.Length - Before.LastIndexOf('\n');

    /// <summary>An error about what is written here.</summary>
    public HoconException Error(string what, Exception? cause = null) => new(this, what, cause);

    /// <summary>File and line: the beginning of an error.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");

    private ReadOnlySpan<char> Before => source.Text.AsSpan(0, position);
}
