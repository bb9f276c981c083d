using Akka.Actor;

namespace Akka.Serialization;

/// <summary>Turns objects into bytes and back.</summary>
public abstract class Serializer
{
#pragma warning disable IDE1006 // The official API's name.
    /// <summary>The actor system it belongs to.</summary>
    protected readonly ExtendedActorSystem system;
#pragma warning restore IDE1006

    private int? _configuredIdentifier;

    /// <summary>Keeps the actor system.</summary>
    /// <param name="system">The actor system it belongs to.</param>
    protected Serializer(ExtendedActorSystem system) => this.system = system;

    /// <summary>
    /// The number that stands for this serializer on the wire, the same in all systems that talk to each other; up to 40 is
    /// taken. By default what <c>akka.actor.serialization-identifiers</c> says.
    /// </summary>
    public virtual int Identifier =>
        _configuredIdentifier ??= SerializerIdentifierHelper.GetSerializerIdentifierFromConfig(GetType(), system);

    /// <summary>Whether <see cref="FromBinary(byte[], Type)"/> needs the type.</summary>
    public abstract bool IncludeManifest { get; }

    /// <summary>Turns an object into bytes.</summary>
    /// <param name="obj">The object.</param>
    /// <returns>The bytes.</returns>
    public abstract byte[] ToBinary(object obj);

    /// <summary>Turns an object into bytes, for a receiver that knows this system under an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="obj">The object.</param>
    /// <returns>The bytes.</returns>
    public byte[] ToBinaryWithAddress(Address address, object obj) =>
        Serialization.WithTransport(system, address, () => ToBinary(obj));

    /// <summary>Turns bytes into an object.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="type">The object's type, or null if <see cref="IncludeManifest"/> is false.</param>
    /// <returns>The object.</returns>
    public abstract object? FromBinary(byte[] bytes, Type? type);

    /// <summary>Turns bytes into an object.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <returns>The object.</returns>
    public T FromBinary<T>(byte[] bytes) => (T)FromBinary(bytes, typeof(T))!;
}
