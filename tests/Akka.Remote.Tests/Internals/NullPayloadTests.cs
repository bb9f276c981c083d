using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Serialization;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

/// <summary>Akka.NET can't read a message in which the payload of a null is left out.</summary>
public sealed class NullPayloadTests : IDisposable
{
    private readonly ActorSystem _system = ActorSystem.Create("nulls", "akka.stdout-loglevel = OFF, akka.loglevel = OFF");

    private MiscMessageSerializer Sut => new((ExtendedActorSystem)_system);

    [Fact]
    public void Null_is_written_as_the_payload_of_the_null_serializer()
    {
        var payload = IdentifyData.Parser.ParseFrom(Sut.ToBinary(new Identify(null!))).MessageId;

        Assert.NotNull(payload);
        Assert.Equal(0, payload.SerializerId);
        Assert.True(payload.Message.IsEmpty);
    }

    [Fact]
    public void The_payload_of_the_null_serializer_is_read_as_null()
    {
        var bytes = new ActorIdentityData { CorrelationId = new Payload() }.ToByteArray();

        Assert.Null(((ActorIdentity)Sut.FromBinary(bytes, "AID")).MessageId);
    }

    public void Dispose() => _system.Dispose();
}
