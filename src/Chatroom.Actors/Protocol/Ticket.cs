using System.Security.Cryptography;
using System.Text;

namespace Chatroom.Actors;

/// <summary>
/// A secret of a bot. The room knows the bot again by it after its connection broke. The room keeps, and writes down, only the
/// digest: a reader of a transcript can't come in as another bot.
/// </summary>
internal static class Ticket
{
    /// <summary>SHA-256, in hexadecimal; null for no ticket.</summary>
    public static string? DigestOf(string? ticket) =>
        ticket is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ticket)));
}
