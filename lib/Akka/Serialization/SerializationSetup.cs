using System.Collections.Immutable;
using Akka.Actor;
using Akka.Actor.Setup;

namespace Akka.Serialization;

/// <summary>Serializers given in code; they win over those of the configuration.</summary>
public sealed class SerializationSetup : Setup
{
    private SerializationSetup(Func<ExtendedActorSystem, ImmutableHashSet<SerializerDetails>> createSerializers) =>
        CreateSerializers = createSerializers;

    /// <summary>Makes the serializers of a system.</summary>
    public Func<ExtendedActorSystem, ImmutableHashSet<SerializerDetails>> CreateSerializers { get; }

    /// <summary>Makes a setup.</summary>
    /// <param name="createSerializers">Makes the serializers of a system.</param>
    /// <returns>The setup.</returns>
    public static SerializationSetup Create(
        Func<ExtendedActorSystem, ImmutableHashSet<SerializerDetails>> createSerializers) => new(createSerializers);
}
