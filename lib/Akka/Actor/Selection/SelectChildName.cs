namespace Akka.Actor;

/// <summary>The step to the child of a name.</summary>
public class SelectChildName : SelectionPathElement
{
    /// <summary>Makes the step.</summary>
    /// <param name="name">The name.</param>
    public SelectChildName(string name) => Name = name;

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SelectChildName other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Name;

    /// <summary>Whether both go to the same name.</summary>
    /// <param name="other">The other step.</param>
    /// <returns>True if so.</returns>
    protected bool Equals(SelectChildName other) => Name == other.Name;
}
