using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Chatroom.Actors;

/// <summary>What minds have answered to what they had heard. A run can be repeated only if they answer the same to the same.</summary>
internal sealed class KnownAnswers
{
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);

    /// <summary>Compares an answer with an earlier one to the same; two at once are as good as one after the other.</summary>
    /// <param name="told">All that the mind was told, as one hash.</param>
    /// <param name="answer">What it answers; null for silence.</param>
    /// <returns>The earlier answer if that was another one; null if it was not.</returns>
    public string? Differing(string told, string? answer) =>
        _answers.GetOrAdd(told, answer ?? "") is var earlier && earlier != (answer ?? "") ? earlier : null;

    /// <summary>The hash of what a mind was told before and of one line more.</summary>
    public static string Hash(string before, string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{before}\n{line}")));
}
