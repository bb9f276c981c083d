namespace Akka.Actor;

/// <summary>The step up to the parent.</summary>
public class SelectParent : SelectionPathElement
{
    /// <summary>An instance; all are equal.</summary>
    public static readonly SelectParent Instance = new();

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SelectParent;

    /// <inheritdoc />
    public override int GetHashCode() => nameof(SelectParent).Length;

    /// <inheritdoc />
    public override string ToString() => "..";
}
