using System.Collections.Concurrent;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Remote.Wire;
using Akka.Serialization;
using Google.Protobuf;

namespace Akka.Remote.Serialization;

/// <summary>
/// Google.Protobuf messages, with the type's name as manifest. Read are only types this system knows to expect: those bound by
/// name in <c>akka.actor.serialization-bindings</c>, and those it has itself sent.
/// </summary>
public class ProtobufSerializer : Serializer, IKnownTypes
{
    private readonly ConcurrentDictionary<string, Type> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, MessageParser> _parsers = new();

    /// <summary>A serializer for <paramref name="system"/>.</summary>
    public ProtobufSerializer(ExtendedActorSystem system) : base(system)
    {
        foreach (var (name, _) in RemoteSettings.Section(system.Settings.Config, "akka.actor.serialization-bindings").AsEnumerable())
        {
            if (Type.GetType(name.Trim('"')) is { IsAbstract: false } type && typeof(IMessage).IsAssignableFrom(type))
                Know(type);
        }
    }

    /// <inheritdoc />
    public override bool IncludeManifest => true;

    /// <inheritdoc />
    public override byte[] ToBinary(object obj)
    {
        if (obj is not IMessage message)
            throw new ArgumentException($"{obj?.GetType().Name} is no Google.Protobuf message", nameof(obj));
        Know(obj.GetType());
        return message.ToByteArray();
    }

    /// <inheritdoc />
    public override object FromBinary(byte[] bytes, Type? type)
    {
        try
        {
            return _parsers.GetOrAdd(type!, ParserOf).ParseFrom(bytes);
        }
        catch (Exception e) when (Malformed.Is(e))
        {
            throw new SerializationException($"{bytes.Length} bytes are no {type!.Name}: {e.Message}", e);
        }
    }

    Type IKnownTypes.TypeOf(string manifest) => _known.TryGetValue(manifest, out var type)
        ? type
        : throw new SerializationException($"Protobuf message '{manifest}' is not expected; bind its type in akka.actor.serialization-bindings");

    private void Know(Type type) => _known.TryAdd($"{type.FullName}, {type.Assembly.GetName().Name}", type);

    private static MessageParser ParserOf(Type type) =>
        type.GetProperty("Parser")?.GetValue(null) as MessageParser
        ?? throw new SerializationException($"{type} has no Parser of a Google.Protobuf message");
}
