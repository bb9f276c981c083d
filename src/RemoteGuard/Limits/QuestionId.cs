using System.Globalization;

namespace RemoteGuard.Limits;

/// <summary>The id of a question that asks an actor of this node how far it has come; the answer holds it, too.</summary>
/// <param name="Connection">The connection that the question is about.</param>
/// <param name="Position">How many bytes had come on it before the question.</param>
internal readonly record struct QuestionId(long Connection, long Position)
{
    /// <summary>Reads what <see cref="ToString"/> has written; null for anything else.</summary>
    public static QuestionId? Parse(string text) =>
        text.Split(' ') is [var connection, var position] && TryRead(connection, out var one) && TryRead(position, out var other) ? new QuestionId(one, other) : null;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Connection} {Position}");

    private static bool TryRead(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
