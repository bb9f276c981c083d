using System.Text.RegularExpressions;
using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

/// <summary>Reads texts as if they stood in a file.</summary>
internal static partial class Reading
{
    public const string File = "mine.conf";

    /// <summary>Parses a text; includes name one of <paramref name="files"/>, and of the environment there is nothing but FROM_OUTSIDE.</summary>
    public static HoconValue Parse(string text, params (string Name, string Text)[] files) => HoconParser.Parse(
        text,
        File,
        (_, name) => Array.Find(files, file => file.Name == name) is { Text: { } found } ? new Source(name, found) : null,
        name => name == "FROM_OUTSIDE" ? "env" : null);

    /// <summary>What a text comes to, printed on one line.</summary>
    public static string Print(string text, params (string Name, string Text)[] files) => OneLine(HoconPrinter.Print(Parse(text, files)));

    /// <summary>The value at a path: a scalar's text, anything else printed on one line; null when there is none.</summary>
    public static string? At(string text, params string[] path) => (Parse(text) as HoconObject)?.Find(path) switch
    {
        null => null,
        HoconScalar scalar => scalar.Text,
        var value => OneLine(HoconPrinter.Print(value)),
    };

    /// <summary>The error that a text is refused with.</summary>
    public static HoconException Refused(string text, params (string Name, string Text)[] files) =>
        Assert.Throws<HoconException>(() => Parse(text, files));

    private static string OneLine(string printed) => LineEnd().Replace(printed, " ");

    [GeneratedRegex("\n *", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineEnd();
}
