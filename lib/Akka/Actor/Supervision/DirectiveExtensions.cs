namespace Akka.Actor;

/// <summary>A short way to write the pairs of a decider.</summary>
public static class DirectiveExtensions
{
    /// <summary>The pair that answers an exception with a directive.</summary>
    public static KeyValuePair<Type, Directive> When<TException>(this Directive self)
        where TException : Exception => new(typeof(TException), self);
}
