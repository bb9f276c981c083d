using System.Text.RegularExpressions;

namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Accepts texts that a regular expression finds something in.</summary>
/// <param name="regex">The expression.</param>
public class RegexMatcher(Regex regex) : IStringMatcher
{
    /// <inheritdoc />
    public bool IsMatch(string s) => regex.IsMatch(s);

    /// <inheritdoc />
    public override string ToString() => $"matches regex \"{regex}\"";
}
