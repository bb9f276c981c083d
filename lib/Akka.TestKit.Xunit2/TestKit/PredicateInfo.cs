namespace Akka.TestKit;

/// <summary>A message that is expected: its type, and which of them.</summary>
public class PredicateInfo
{
    private readonly Predicate<object> _fits;

    private PredicateInfo(Type type, Delegate predicate, Predicate<object> fits)
    {
        Type = type;
        PredicateT = predicate;
        _fits = fits;
    }

    /// <summary>The predicate, as it was given.</summary>
    public Delegate PredicateT { get; }

    /// <summary>The message's type.</summary>
    public Type Type { get; }

    /// <summary>Describes a message.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="predicateT">Which of the type.</param>
    /// <returns>The description.</returns>
    public static PredicateInfo Create<T>(Predicate<T> predicateT) =>
        new(typeof(T), predicateT, message => message is T typed && predicateT(typed));

    internal bool Fits(object message) => _fits(message);

    /// <inheritdoc />
    public override string ToString() => $"a {Type} that fits";
}
