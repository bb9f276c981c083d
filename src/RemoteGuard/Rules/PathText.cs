using System.Buffers;
using System.Globalization;

namespace RemoteGuard.Rules;

/// <summary>Paths of actors as they stand in frames, without the address: <c>user/room#1307197902</c>.</summary>
internal static class PathText
{
    private const int Longest = 512;

    private static readonly PathCache Plain = new();

    // What Akka.NET allows in a name (ActorPath.ValidPathCode), and the slash between names.
    private static readonly SearchValues<byte> PlainBytes = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\"-_.*$+:@&=,!~';()/%"u8);

    /// <summary>
    /// Whether it leads where it seems to: downwards, by names that can be read in one way only. Akka.NET follows <c>..</c> and leaves
    /// out empty names, so both are refused, and so is anything that an encoded name may hide.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<byte> path)
    {
        if (Plain.Contains(path))
            return true;
        if (!IsFoundPlain(path))
            return false;
        Plain.Add(path);
        return true;
    }

    /// <summary>Whether it names one incarnation of an actor, by a number that is drawn when the actor starts.</summary>
    public static bool HasUid(ReadOnlySpan<byte> path) => path.Contains((byte)'#');

    /// <summary>The path without the number of the actor's incarnation.</summary>
    public static ReadOnlySpan<byte> WithoutUid(ReadOnlySpan<byte> path) => path.IndexOf((byte)'#') is >= 0 and var at ? path[..at] : path;

    /// <summary>The length of the path that a text begins with.</summary>
    public static int LengthAtStart(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExcept(PlainBytes);
        if (end < 0 || text[end] != '#')
            return end < 0 ? text.Length : end;
        var uid = text[(end + 1)..];
        var digits = uid.StartsWith("-"u8) ? 1 : 0;
        while (digits < uid.Length && char.IsAsciiDigit((char)uid[digits]))
            digits++;
        return end + 1 + digits;
    }

    private static bool IsFoundPlain(ReadOnlySpan<byte> path)
    {
        if (path.Length is 0 or > Longest || !TrySplit(path, out var names) || names.ContainsAnyExcept(PlainBytes))
            return false;
        while (!names.IsEmpty)
        {
            var end = names.IndexOf((byte)'/');
            if (!IsName(end < 0 ? names : names[..end]) || end == names.Length - 1)
                return false;
            names = end < 0 ? [] : names[(end + 1)..];
        }

        return true;
    }

    private static bool TrySplit(ReadOnlySpan<byte> path, out ReadOnlySpan<byte> names)
    {
        var at = path.IndexOf((byte)'#');
        names = at < 0 ? path : path[..at];
        return !names.IsEmpty && (at < 0 || IsUid(path[(at + 1)..]));
    }

    // Only as Akka.NET writes it. To Akka.NET 0 is no uid: it finds the actor by its name.
    private static bool IsUid(ReadOnlySpan<byte> uid) =>
        int.TryParse(uid, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number != 0
        && uid[0] != '+' && uid[uid[0] == '-' ? 1 : 0] != '0';

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || name.SequenceEqual("."u8) || name.SequenceEqual(".."u8))
            return false;
        for (var at = name.IndexOf((byte)'%'); at >= 0; at = name.IndexOf((byte)'%'))
        {
            name = name[(at + 1)..];
            if (name.Length < 2 || !char.IsAsciiHexDigit((char)name[0]) || !char.IsAsciiHexDigit((char)name[1]) || HidesSomething(name[..2]))
                return false;
        }

        return true;
    }

    private static bool HidesSomething(ReadOnlySpan<byte> hex) =>
        (char)byte.Parse(hex, NumberStyles.HexNumber) is '/' or '\\' or '.' or '#' or '%' or < ' ';
}
