namespace Akka.Actor;

/// <summary>A decider by the exception's class; the first pair that fits counts.</summary>
public class DeployableDecider : IDecider, IEquatable<DeployableDecider>
{
    /// <summary>Makes the decider.</summary>
    public DeployableDecider(Directive defaultDirective, IEnumerable<KeyValuePair<Type, Directive>> pairs)
        : this(defaultDirective, pairs.ToArray())
    {
    }

    /// <summary>Makes the decider.</summary>
    public DeployableDecider(Directive defaultDirective, params KeyValuePair<Type, Directive>[] pairs)
    {
        DefaultDirective = defaultDirective;
        Pairs = pairs;
    }

    /// <summary>What to do when no pair fits.</summary>
    public Directive DefaultDirective { get; }

    /// <summary>Exception classes and what to do about them.</summary>
    public KeyValuePair<Type, Directive>[] Pairs { get; }

    /// <inheritdoc />
    public Directive Decide(Exception cause)
    {
        foreach (var (type, directive) in Pairs)
        {
            if (type.IsInstanceOfType(cause))
                return directive;
        }
        return DefaultDirective;
    }

    /// <inheritdoc />
    public bool Equals(DeployableDecider? other) =>
        ReferenceEquals(this, other)
        || (other is not null && DefaultDirective == other.DefaultDirective && Pairs.SequenceEqual(other.Pairs));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as DeployableDecider);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(DefaultDirective, Pairs.Length);
}
