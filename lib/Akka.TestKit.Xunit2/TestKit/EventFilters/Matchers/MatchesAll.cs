namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Accepts every text.</summary>
public class MatchesAll : IStringMatcher
{
    private MatchesAll()
    {
    }

    /// <summary>The only one.</summary>
    public static IStringMatcher Instance { get; } = new MatchesAll();

    /// <inheritdoc />
    public bool IsMatch(string s) => true;

    /// <inheritdoc />
    public override string ToString() => "";
}
