namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Accepts what a function accepts.</summary>
/// <param name="predicate">The function.</param>
/// <param name="hint">Its description, for messages.</param>
public class PredicateMatcher(Predicate<string> predicate, string hint = "") : IStringMatcher
{
    /// <inheritdoc />
    public bool IsMatch(string s) => predicate(s);

    /// <inheritdoc />
    public override string ToString() => $"matches predicate {hint}".TrimEnd();
}
