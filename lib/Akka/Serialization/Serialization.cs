using System.Collections.Concurrent;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Util;

namespace Akka.Serialization;

/// <summary>An actor system's serializers, and which of them serializes what.</summary>
public class Serialization
{
    private const string Bindings = "akka.actor.serialization-bindings";

    [ThreadStatic]
    private static Information? _currentTransport;

    private readonly ConcurrentDictionary<int, Serializer> _byId = new();
    private readonly ConcurrentDictionary<string, Serializer> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, Serializer> _bound = new();
    private readonly ConcurrentDictionary<Type, Serializer> _found = new();
    private readonly NullSerializer _nullSerializer;

    /// <summary>Makes the serializers that the system's setup and configuration name.</summary>
    /// <param name="system">The system.</param>
    /// <exception cref="Akka.Configuration.ConfigurationException">A serializer or a type is not found, or misses its identifier.</exception>
    public Serialization(ExtendedActorSystem system)
    {
        System = system;
        _nullSerializer = new NullSerializer(system);
        AddSerializer(_nullSerializer);
        SerializationSettings.Apply(this, system);
    }

    /// <summary>The system.</summary>
    public ExtendedActorSystem System { get; }

    /// <summary>Does something while references are serialized for receivers that know the system under an address.</summary>
    /// <param name="system">The system.</param>
    /// <param name="address">The address.</param>
    /// <param name="action">What to do.</param>
    /// <typeparam name="T">Its result.</typeparam>
    /// <returns>The result.</returns>
    public static T WithTransport<T>(ActorSystem system, Address address, Func<T> action) =>
        Within(new Information(address, system), action, static run => run());

    /// <summary>Does something while references are serialized with the system's own address.</summary>
    /// <param name="system">The system.</param>
    /// <param name="action">What to do.</param>
    /// <typeparam name="T">Its result.</typeparam>
    /// <returns>The result.</returns>
    public static T WithTransport<T>(ExtendedActorSystem system, Func<T> action) =>
        Within(system.Provider.SerializationInformation, action, static run => run());

    /// <summary>Does something while references are serialized with the system's own address.</summary>
    /// <param name="system">The system.</param>
    /// <param name="state">What the action needs.</param>
    /// <param name="action">What to do.</param>
    /// <typeparam name="TState">The type of what it needs.</typeparam>
    /// <typeparam name="T">Its result.</typeparam>
    /// <returns>The result.</returns>
    public static T WithTransport<TState, T>(ExtendedActorSystem system, TState state, Func<TState, T> action) =>
        Within(system.Provider.SerializationInformation, state, action);

    /// <summary>For whom the thread serializes right now.</summary>
    /// <returns>The information.</returns>
    /// <exception cref="InvalidOperationException">It is not inside <c>WithTransport</c>.</exception>
    public static Information GetCurrentTransportInformation() =>
        _currentTransport ?? throw new InvalidOperationException(
            "There is no current transport information. Use Serialization.WithTransport.");

    /// <summary>A reference as a path that its receiver can resolve: with the current transport's address, and the uid.</summary>
    /// <param name="actorRef">The reference.</param>
    /// <returns>The path; empty for no reference.</returns>
    public static string SerializedActorPath(IActorRef? actorRef)
    {
        if (actorRef.IsNobody()) return "";
        if (_currentTransport is { } transport) return actorRef!.Path.ToSerializationFormatWithAddress(transport.Address);
        return actorRef is ActorRefWithCell and IInternalActorRef { Provider: { } provider }
            ? actorRef.Path.ToSerializationFormatWithAddress(provider.DefaultAddress)
            : actorRef!.Path.ToSerializationFormat();
    }

    /// <summary>What goes on the wire to say what a serializer's bytes are.</summary>
    /// <param name="s">The serializer.</param>
    /// <param name="msg">The object.</param>
    /// <returns>The serializer's own text, the type's name, or nothing.</returns>
    public static string ManifestFor(Serializer s, object? msg) => s switch
    {
        SerializerWithStringManifest own => own.Manifest(msg!),
        { IncludeManifest: true } => msg is null ? "" : msg.GetType().TypeQualifiedName(),
        _ => "",
    };

    /// <summary>Adds a serializer, by its identifier.</summary>
    /// <param name="serializer">The serializer.</param>
    public void AddSerializer(Serializer serializer) => _byId[serializer.Identifier] = serializer;

    /// <summary>Adds a serializer, by its identifier and a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="serializer">The serializer.</param>
    public void AddSerializer(string name, Serializer serializer)
    {
        AddSerializer(serializer);
        _byName[name] = serializer;
    }

    /// <summary>Says which serializer a type, and what derives from it, goes to.</summary>
    /// <param name="type">The type.</param>
    /// <param name="serializer">The serializer.</param>
    public void AddSerializationMap(Type type, Serializer serializer)
    {
        _bound[type] = serializer;
        _found.Clear();
    }

    /// <summary>Serializes with the serializer that is bound to the object's type.</summary>
    /// <param name="o">The object.</param>
    /// <returns>The bytes.</returns>
    public byte[] Serialize(object o) => WithTransport(System, (serialization: this, o), static x =>
        x.serialization.FindSerializerFor(x.o).ToBinary(x.o));

    /// <summary>Deserializes with the serializer of an identifier.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="serializerId">The identifier.</param>
    /// <param name="type">The object's type, or null.</param>
    /// <returns>The object.</returns>
    /// <exception cref="SerializationException">There is no such serializer.</exception>
    public object? Deserialize(byte[] bytes, int serializerId, Type? type) =>
        WithTransport(System, (serializer: ById(serializerId, type?.ToString()), bytes, type), static x =>
            x.serializer.FromBinary(x.bytes, x.type));

    /// <summary>Deserializes with the serializer of an identifier.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="serializerId">The identifier.</param>
    /// <param name="manifest">What came with the bytes to say what they are.</param>
    /// <returns>The object.</returns>
    /// <exception cref="SerializationException">
    /// There is no such serializer, or the manifest names a type that is not bound to it.
    /// </exception>
    public object? Deserialize(byte[] bytes, int serializerId, string manifest)
    {
        var serializer = ById(serializerId, manifest);
        if (serializer is SerializerWithStringManifest own)
            return WithTransport(System, (own, bytes, manifest), static x => x.own.FromBinary(x.bytes, x.manifest));
        var type = string.IsNullOrEmpty(manifest) ? null : BoundType(serializer, manifest);
        return WithTransport(System, (serializer, bytes, type), static x => x.serializer.FromBinary(x.bytes, x.type));
    }

    /// <summary>The serializer for an object.</summary>
    /// <param name="obj">The object, or null.</param>
    /// <param name="defaultSerializerName">The name of the serializer to take if the type is not bound.</param>
    /// <returns>The serializer.</returns>
    /// <exception cref="SerializationException">The type is not bound to any.</exception>
    public Serializer FindSerializerFor(object? obj, string? defaultSerializerName = null) =>
        obj is null ? _nullSerializer : FindSerializerForType(obj.GetType(), defaultSerializerName);

    /// <summary>The serializer for a type: that of the most specific type bound to one.</summary>
    /// <param name="objectType">The type.</param>
    /// <param name="defaultSerializerName">The name of the serializer to take if the type is not bound.</param>
    /// <returns>The serializer.</returns>
    /// <exception cref="SerializationException">The type is not bound to any.</exception>
    public Serializer FindSerializerForType(Type objectType, string? defaultSerializerName = null)
    {
        if (BoundTo(objectType) is { } serializer) return serializer;
        if (defaultSerializerName is not null && _byName.TryGetValue(defaultSerializerName, out var fallback)) return fallback;
        throw new SerializationException(
            $"No serializer is bound to {objectType}. Add \"{objectType.TypeQualifiedName()}\" = NAME to {Bindings}, NAME being a serializer of akka.actor.serializers.");
    }

    /// <summary>The reference that a serialized path leads to.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The reference.</returns>
    public IActorRef DeserializeActorRef(string path) => System.Provider.ResolveActorRef(path);

    /// <summary>The serializer of an identifier.</summary>
    internal Serializer? GetSerializerById(int serializerId) => _byId.GetValueOrDefault(serializerId);

    /// <summary>The serializer of a name in the configuration.</summary>
    internal Serializer? GetSerializerByName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Does something while references are serialized for receivers that <paramref name="information"/> tells of.</summary>
    internal static T Within<TState, T>(Information information, TState state, Func<TState, T> action)
    {
        var outer = _currentTransport;
        _currentTransport = information;
        try
        {
            return action(state);
        }
        finally
        {
            _currentTransport = outer;
        }
    }

    private Serializer ById(int serializerId, string? manifest) =>
        GetSerializerById(serializerId) ?? throw new SerializationException(
            $"No serializer has the identifier {serializerId} (manifest '{manifest}'). The sender's akka.actor.serializers must be here too.");

    private Serializer? BoundTo(Type objectType)
    {
        if (_found.TryGetValue(objectType, out var known)) return known;
        return MostSpecific(objectType) is { } serializer ? _found[objectType] = serializer : null;
    }

    private Serializer? MostSpecific(Type objectType)
    {
        var candidates = _bound.Where(binding => binding.Key.IsAssignableFrom(objectType)).ToArray();

        // Between types of which neither is above the other, a class wins over an interface, then the name decides.
        return candidates
            .Where(one => !Array.Exists(candidates, other => other.Key != one.Key && one.Key.IsAssignableFrom(other.Key)))
            .OrderBy(one => one.Key.IsInterface)
            .ThenBy(one => one.Key.FullName, StringComparer.Ordinal)
            .Select(one => one.Value)
            .FirstOrDefault();
    }

    private Type BoundType(Serializer serializer, string manifest)
    {
        // The name comes from outside: it loads no assembly, and only a type that this serializer serializes is taken.
        var type = Type.GetType(manifest, SerializationSettings.LoadedAssembly, typeResolver: null, throwOnError: false);
        if (type is not null && BoundTo(type) is { } bound && bound.Identifier == serializer.Identifier) return type;
        throw new SerializationException(
            $"The manifest '{manifest}' does not name a type that is bound to serializer {serializer.Identifier}. See {Bindings}.");
    }
}
