namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Says whether a text is one that an event filter looks for.</summary>
public interface IStringMatcher
{
    /// <summary>Looks at a text.</summary>
    /// <param name="s">The text.</param>
    /// <returns>True if it is wanted.</returns>
    bool IsMatch(string s);
}
