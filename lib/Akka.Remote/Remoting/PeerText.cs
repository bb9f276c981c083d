namespace Akka.Remote;

/// <summary>Text that a peer made up.</summary>
internal static class PeerText
{
    /// <summary>The most characters a path may have; real ones have a tenth.</summary>
    internal const int LongestPath = 4096;

    private const int LongestShown = 200;

    /// <summary>Whether it may be a path or a part of one: not endless, and without control characters, which no actor's name has.</summary>
    internal static bool MayBePath(string text) => text.Length <= LongestPath && !HasControl(text);

    /// <summary>The text as it may stand in a log: no more than can be read, and always in one line.</summary>
    internal static string Printable(string text)
    {
        var shown = text.Length <= LongestShown ? text : $"{text.AsSpan(0, LongestShown)}… ({text.Length} characters)";
        return HasControl(shown) ? new string([.. shown.Select(sign => char.IsControl(sign) ? '?' : sign)]) : shown;
    }

    private static bool HasControl(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\x1f') || text.AsSpan().ContainsAnyInRange('\x7f', '\x9f');
}
