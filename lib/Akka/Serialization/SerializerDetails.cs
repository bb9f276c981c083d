using System.Collections.Immutable;

namespace Akka.Serialization;

/// <summary>A serializer given in code, with its name and the types it is for.</summary>
public sealed class SerializerDetails
{
    private SerializerDetails(string alias, Serializer serializer, ImmutableHashSet<Type> useFor)
    {
        Alias = alias;
        Serializer = serializer;
        UseFor = useFor;
    }

    /// <summary>The name, as in <c>akka.actor.serializers</c>.</summary>
    public string Alias { get; }

    /// <summary>The serializer.</summary>
    public Serializer Serializer { get; }

    /// <summary>The types it is for, with those that derive from them.</summary>
    public ImmutableHashSet<Type> UseFor { get; }

    /// <summary>Puts a serializer's details together.</summary>
    /// <param name="alias">The name, as in <c>akka.actor.serializers</c>.</param>
    /// <param name="serializer">The serializer.</param>
    /// <param name="useFor">The types it is for.</param>
    /// <returns>The details.</returns>
    public static SerializerDetails Create(string alias, Serializer serializer, ImmutableHashSet<Type> useFor) =>
        new(alias, serializer, useFor);
}
