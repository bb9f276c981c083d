using System.Security.Cryptography;
using System.Text;

namespace Chatroom.Actors;

/// <summary>
/// Ties each line of a transcript to all lines before it: a line ends with <c>,"hash":"H"}</c>. H is the SHA-256
/// (hexadecimal) over the previous line's H, a line feed, and the line without that ending but with its brace.
/// </summary>
internal sealed class HashChain
{
    private const string Before = ",\"hash\":\"";
    private const string After = "\"}";
    private const int HexLength = 64;

    private string _last = "";

    /// <summary>Adds the hash to a JSON object in one line.</summary>
    public string Seal(string json)
    {
        _last = Hash(json);
        return json[..^1] + Before + _last + After;
    }

    /// <summary>Takes the hash off a line; null when it is not the hash that belongs there.</summary>
    public string? Open(string line)
    {
        if (!HasHash(line))
        {
            return null;
        }
        var start = StartIn(line);
        var json = line[..start] + "}";
        var hash = Hash(json);
        if (string.CompareOrdinal(line, start + Before.Length, hash, 0, HexLength) != 0)
        {
            return null;
        }
        _last = hash;
        return json;
    }

    /// <summary>True if a line ends as a sealed one does, whatever its hash.</summary>
    public static bool HasHash(string line) => StartIn(line) is >= 1 and var start &&
        line.EndsWith(After, StringComparison.Ordinal) && string.CompareOrdinal(line, start, Before, 0, Before.Length) == 0;

    /// <summary>How much of a sealed line stands before its hash.</summary>
    public static int LengthOfJson(string line) => StartIn(line);

    private static int StartIn(string line) => line.Length - After.Length - HexLength - Before.Length;

    private string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_last + "\n" + json)));
}
