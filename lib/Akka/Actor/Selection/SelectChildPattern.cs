namespace Akka.Actor;

/// <summary>The step to all children whose names match a pattern.</summary>
public class SelectChildPattern : SelectionPathElement
{
    /// <summary>Makes the step.</summary>
    /// <param name="patternStr">The pattern: <c>*</c> is any characters, <c>?</c> is one.</param>
    public SelectChildPattern(string patternStr) => PatternStr = patternStr;

    /// <summary>The pattern.</summary>
    public string PatternStr { get; }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SelectChildPattern other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => PatternStr.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => PatternStr;

    /// <summary>Whether both have the same pattern.</summary>
    /// <param name="other">The other step.</param>
    /// <returns>True if so.</returns>
    protected bool Equals(SelectChildPattern other) => PatternStr == other.PatternStr;
}
