namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Accepts texts with a given start.</summary>
/// <param name="start">The start; upper and lower case count.</param>
public class StartsWithString(string start) : IStringMatcher
{
    /// <inheritdoc />
    public bool IsMatch(string s) => s.StartsWith(start, StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => $"starts with \"{start}\"";
}
