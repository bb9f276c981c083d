using System.Globalization;

namespace RemoteGuard.Limits;

/// <summary>The id of a question to an actor of this node whether it has come so far; it comes back in the answer.</summary>
/// <param name="Connection">The connection that it was put into.</param>
/// <param name="Position">How much had come on it before, in bytes.</param>
internal readonly record struct QuestionId(long Connection, long Position)
{
    /// <summary>Reads what <see cref="ToString"/> has written; null for anything else.</summary>
    public static QuestionId? Parse(string text) =>
        text.Split(' ') is [var connection, var position] && TryRead(connection, out var one) && TryRead(position, out var other) ? new QuestionId(one, other) : null;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Connection} {Position}");

    private static bool TryRead(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
