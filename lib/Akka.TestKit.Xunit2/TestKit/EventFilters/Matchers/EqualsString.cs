namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Accepts one text only.</summary>
/// <param name="s">The text; upper and lower case count.</param>
public class EqualsString(string s) : IStringMatcher
{
    private readonly string _expected = s;

    /// <inheritdoc />
    public bool IsMatch(string s) => string.Equals(_expected, s, StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => $"== \"{_expected}\"";
}
