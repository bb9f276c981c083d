namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Accepts texts with a given part.</summary>
/// <param name="part">The part; upper and lower case count.</param>
public class ContainsString(string part) : IStringMatcher
{
    /// <inheritdoc />
    public bool IsMatch(string s) => s.Contains(part, StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => $"contains \"{part}\"";
}
