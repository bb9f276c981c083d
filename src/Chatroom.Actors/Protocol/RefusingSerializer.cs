using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace Chatroom.Actors;

/// <summary>
/// Stands where Akka.NET has its JSON serializer, which is bound to every object and creates whatever type a message from the network
/// names. It reads and writes nothing.
/// </summary>
internal sealed class RefusingSerializer : Serializer
{
    /// <summary>As Akka.NET makes one for which it has settings.</summary>
    /// <param name="system">The system that it is registered with.</param>
    /// <param name="settings">Those of the JSON serializer, which are not looked at.</param>
    public RefusingSerializer(ExtendedActorSystem system, Config settings) : base(system) => _ = settings;

    /// <summary>The number of Akka.NET's JSON serializer, so that what comes for it comes here.</summary>
    public override int Identifier => 1;

    /// <inheritdoc />
    public override bool IncludeManifest => false;

    /// <inheritdoc />
    public override byte[] ToBinary(object obj) =>
        throw new SerializationException($"{obj.GetType()} has no serializer; bind one in akka.actor.serialization-bindings.");

    /// <inheritdoc />
    public override object FromBinary(byte[] bytes, Type type) =>
        throw new SerializationException("A message in JSON is refused: it could name any type.");
}
