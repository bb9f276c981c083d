using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote.Proto;
using Akka.Serialization;
using Google.Protobuf;

namespace Akka.Remote.Serialization;

/// <summary>The system messages that cross the wire: Watch, Unwatch, DeathWatchNotification. No others, either way.</summary>
public sealed class SystemMessageSerializer : Serializer, IKnownTypes
{
    /// <summary>A serializer for <paramref name="system"/>.</summary>
    public SystemMessageSerializer(ExtendedActorSystem system) : base(system)
    {
    }

    /// <inheritdoc />
    public override bool IncludeManifest => true;

    /// <inheritdoc />
    public override byte[] ToBinary(object obj) => obj switch
    {
        Watch watch => ToWire(watch.Watchee, watch.Watcher),
        Unwatch unwatch => ToWire(unwatch.Watchee, unwatch.Watcher),
        DeathWatchNotification gone => new DeathWatchNotificationData
        {
            Actor = WireSerialization.ToWire(gone.Actor),
            ExistenceConfirmed = gone.ExistenceConfirmed,
            AddressTerminated = gone.AddressTerminated,
        }.ToByteArray(),
        _ => throw new ArgumentException($"System message {obj?.GetType().Name} does not cross the wire", nameof(obj)),
    };

    /// <inheritdoc />
    public override object FromBinary(byte[] bytes, Type? type)
    {
        if (type == typeof(DeathWatchNotification))
        {
            var gone = WireSerialization.Parse(DeathWatchNotificationData.Parser, bytes);
            return new DeathWatchNotification(Resolve(gone.Actor), gone.ExistenceConfirmed, gone.AddressTerminated);
        }

        var data = WireSerialization.Parse(WatchData.Parser, bytes);
        return type == typeof(Watch) ? new Watch(Resolve(data.Watchee), Resolve(data.Watcher))
            : type == typeof(Unwatch) ? new Unwatch(Resolve(data.Watchee), Resolve(data.Watcher))
            : throw new SerializationException($"system message {type} does not cross the wire");
    }

    Type IKnownTypes.TypeOf(string manifest) => manifest switch
    {
        "Akka.Dispatch.SysMsg.Watch, Akka" => typeof(Watch),
        "Akka.Dispatch.SysMsg.Unwatch, Akka" => typeof(Unwatch),
        "Akka.Dispatch.SysMsg.DeathWatchNotification, Akka" => typeof(DeathWatchNotification),
        _ => throw new SerializationException($"system message '{manifest}' is not taken from outside"),
    };

    private static byte[] ToWire(IActorRef watchee, IActorRef watcher) => new WatchData
    {
        Watchee = WireSerialization.ToWire(watchee),
        Watcher = WireSerialization.ToWire(watcher),
    }.ToByteArray();

    private IInternalActorRef Resolve(ActorRefData? actor) => actor is { Path.Length: > 0 }
        ? (IInternalActorRef)system.Provider.ResolveActorRef(actor.Path)
        : throw new SerializationException("a system message names no actor");
}
