using Akka.Actor;

namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Accepts one log source: a text, or an actor's path with or without the system's address.</summary>
/// <param name="path">The source.</param>
/// <param name="canBeRelative">Whether <paramref name="path"/> may lack the address, as in <c>/user/name</c>.</param>
public class EqualsStringAndPathMatcher(string path, bool canBeRelative = true) : IStringMatcher
{
    private readonly string _expected = path;

    /// <inheritdoc />
    public bool IsMatch(string path)
    {
        if (string.Equals(_expected, path, StringComparison.Ordinal)) return true;
        if (!ActorPath.TryParse(path, out var actual)) return false;
        var relative = actual.ToStringWithoutAddress();
        return canBeRelative &&
            (string.Equals(_expected, relative, StringComparison.Ordinal) || string.Equals("/" + _expected, relative, StringComparison.Ordinal))
            || ActorPath.TryParse(_expected, out var expected) && expected.Equals(actual);
    }

    /// <inheritdoc />
    public override string ToString() => $"== \"{_expected}\"";
}
