using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Serialization;
using Google.Protobuf;

namespace Akka.Remote.Serialization;

/// <summary>Akka's own small messages.</summary>
public sealed class MiscMessageSerializer : SerializerWithStringManifest
{
    private const string IdentifyManifest = "ID";
    private const string ActorIdentityManifest = "AID";
    private const string ActorRefManifest = "AR";
    private const string PoisonPillManifest = "PP";
    private const string KillManifest = "K";
    private const string HeartbeatManifest = "RWHB";
    private const string HeartbeatRspManifest = "RWHR";
    private const string StatusSuccessManifest = "STS";
    private const string StatusFailureManifest = "STF";

    /// <summary>A serializer for <paramref name="system"/>.</summary>
    public MiscMessageSerializer(ExtendedActorSystem system) : base(system)
    {
    }

    /// <inheritdoc />
    public override byte[] ToBinary(object obj)
    {
        IMessage? message = obj switch
        {
            Identify identify => new IdentifyData { MessageId = Wrap(identify.MessageId) },
            ActorIdentity identity => new ActorIdentityData
            {
                CorrelationId = Wrap(identity.MessageId),
                Path = identity.Subject is null || identity.Subject.IsNobody() ? string.Empty : WireSerialization.ToWire(identity.Subject).Path,
            },
            IActorRef actor => WireSerialization.ToWire(actor),
            RemoteWatcher.HeartbeatRsp answer => new RemoteWatcherHeartbeatResponse { Uid = (ulong)answer.AddressUid },
            Status.Success success => new StatusSuccess { Status = Wrap(success.Status) },
            Status.Failure failure => new StatusFailure { Cause = ExceptionWire.ToWire(failure.Cause), State = Wrap(failure.State) },
            PoisonPill or Kill or RemoteWatcher.Heartbeat => null,
            _ => throw new ArgumentException($"{obj?.GetType().Name} is none of Akka's small messages", nameof(obj)),
        };
        return message?.ToByteArray() ?? [];
    }

    /// <inheritdoc />
    public override string Manifest(object o) => o switch
    {
        Identify => IdentifyManifest,
        ActorIdentity => ActorIdentityManifest,
        IActorRef => ActorRefManifest,
        PoisonPill => PoisonPillManifest,
        Kill => KillManifest,
        RemoteWatcher.Heartbeat => HeartbeatManifest,
        RemoteWatcher.HeartbeatRsp => HeartbeatRspManifest,
        Status.Success => StatusSuccessManifest,
        Status.Failure => StatusFailureManifest,
        _ => throw new ArgumentException($"{o?.GetType().Name} is none of Akka's small messages", nameof(o)),
    };

    /// <inheritdoc />
    public override object FromBinary(byte[] bytes, string manifest)
    {
        switch (manifest)
        {
            case IdentifyManifest:
                return new Identify(Unwrap(Read(IdentifyData.Parser, bytes).MessageId));
            case ActorIdentityManifest:
                var identity = Read(ActorIdentityData.Parser, bytes);
                return new ActorIdentity(Unwrap(identity.CorrelationId), identity.Path.Length == 0 ? null! : Resolve(identity.Path));
            case ActorRefManifest:
                return Resolve(Read(ActorRefData.Parser, bytes).Path);
            case PoisonPillManifest:
                return PoisonPill.Instance;
            case KillManifest:
                return Kill.Instance;
            case HeartbeatManifest:
                return RemoteWatcher.Heartbeat.Instance;
            case HeartbeatRspManifest:
                return new RemoteWatcher.HeartbeatRsp((int)Read(RemoteWatcherHeartbeatResponse.Parser, bytes).Uid);
            case StatusSuccessManifest:
                return new Status.Success(Unwrap(Read(StatusSuccess.Parser, bytes).Status));
            case StatusFailureManifest:
                var failure = Read(StatusFailure.Parser, bytes);
                return new Status.Failure(ExceptionWire.FromWire(failure.Cause), Unwrap(failure.State));
            default:
                throw new SerializationException($"manifest '{manifest}' is none of Akka's small messages");
        }
    }

    private static T Read<T>(MessageParser<T> parser, byte[] bytes) where T : IMessage<T> => WireSerialization.Parse(parser, bytes);

    private IActorRef Resolve(string path) => system.Provider.ResolveActorRef(path);

    // Null has a payload too, the null serializer's: Akka.NET does not read a message whose payload is left out.
    private Payload Wrap(object? value) => WireSerialization.ToPayload(system, value);

    private object Unwrap(Payload? payload) => payload is null or { SerializerId: 0 } ? null! : WireSerialization.FromPayload(system, payload);
}
