using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Chatroom.Actors;

/// <summary>Reads text in UTF-8 strictly: invalid bytes are an error with a place, never replacement characters.</summary>
internal static class Utf8Text
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>The mark that some editors put before a text in UTF-8.</summary>
    public static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The place of the first byte, from 0, that is not UTF-8; null if there is none.</summary>
    public static int? FaultIn(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return null;
        }
        var place = 0;
        while (Rune.DecodeFromUtf8(bytes[place..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            place += length;
        }
        return place;
    }

    /// <summary>The text of a file for people, without its mark; or one error that names file and line.</summary>
    public static Result<string> Read(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Result<string>.Bad($"{file}:1: is UTF-16; save it as UTF-8");
        }
        if (FaultIn(bytes) is { } place)
        {
            var (line, start) = (bytes[..place].Count(LineFeed) + 1, bytes[..place].LastIndexOf(LineFeed) + 1);
            return Result<string>.Bad(string.Create(CultureInfo.InvariantCulture,
                $"{file}:{line}: is not UTF-8: byte {place - start + 1} of the line is {bytes[place]:X2}; was it saved as Windows-1252 or Latin-1? Save it as UTF-8"));
        }
        return Result<string>.Good(Encoding.UTF8.GetString(bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes));
    }
}
