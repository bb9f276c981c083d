using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

public class RecordedFramesTests
{
    public static TheoryData<int> Lines => [.. RecordedFrame.All.Select(frame => frame.Line)];

    [Fact]
    public void The_recording_is_complete() => Assert.Equal(28, RecordedFrame.All.Count);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_recorded_frame_decodes_and_our_encoding_of_it_decodes_to_the_same(int line)
    {
        var message = Pdu.ReadMessage(Frame(line));
        var again = Pdu.ReadMessage(message.Instruction is null
            ? Pdu.Payload(Pdu.ReadPayload(message.Payload))
            : Encode(message.Instruction));

        Assert.Equal(message, again);
        if (message.Instruction is null)
            Assert.Equal(Content(Pdu.ReadPayload(message.Payload)), Content(Pdu.ReadPayload(again.Payload)));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void No_recorded_frame_holds_a_field_we_do_not_know(int line)
    {
        var message = Pdu.ReadMessage(Frame(line));
        if (message.Instruction is not null)
        {
            Assert.Equal(message.Instruction, AkkaControlMessage.Parser.WithDiscardUnknownFields(true).ParseFrom(message.Instruction.ToByteArray()));
            return;
        }

        var container = Pdu.ReadPayload(message.Payload);
        Assert.Equal(container, AckAndEnvelopeContainer.Parser.WithDiscardUnknownFields(true).ParseFrom(message.Payload));
    }

    [Fact]
    public void The_first_frame_associates_BotNode()
    {
        var instruction = Pdu.ReadMessage(Frame(1)).Instruction;

        Assert.Equal(CommandType.Associate, instruction.CommandType);
        Assert.Equal("akka.tcp://BotNode@127.0.0.1:9203", Pdu.ReadOrigin(instruction.HandshakeInfo).ToString());
        Assert.Equal(Frame(1), Pdu.Associate(Pdu.ReadOrigin(instruction.HandshakeInfo), (int)instruction.HandshakeInfo.Uid));
    }

    private static ByteString Frame(int line) => ByteString.CopyFrom(RecordedFrame.All.Single(frame => frame.Line == line).Content);

    private static ByteString Encode(AkkaControlMessage instruction) => instruction.CommandType switch
    {
        CommandType.Associate => Pdu.Associate(Pdu.ReadOrigin(instruction.HandshakeInfo), (int)instruction.HandshakeInfo.Uid),
        CommandType.Heartbeat => Pdu.Heartbeat,
        CommandType.Disassociate => Pdu.Disassociate(Akka.Remote.Transport.DisassociateInfo.Unknown),
        CommandType.DisassociateShuttingDown => Pdu.Disassociate(Akka.Remote.Transport.DisassociateInfo.Shutdown),
        CommandType.DisassociateQuarantined => Pdu.Disassociate(Akka.Remote.Transport.DisassociateInfo.Quarantined),
        _ => throw new InvalidOperationException($"{instruction.CommandType} was not recorded"),
    };

    /// <summary>What the envelope's message holds, parsed and written again.</summary>
    private static IMessage? Content(AckAndEnvelopeContainer container) => container.Envelope is { } envelope ? Content(envelope.Message) : null;

    private static IMessage? Content(Payload payload) => (payload.SerializerId, payload.MessageManifest.ToStringUtf8()) switch
    {
        (6, _) => Again(SelectionEnvelope.Parser, payload.Message),
        (16, "ID") => Again(IdentifyData.Parser, payload.Message),
        (16, "AID") => Again(ActorIdentityData.Parser, payload.Message),
        (16, "AR") => Again(ActorRefData.Parser, payload.Message),
        (16, "RWHR") => Again(RemoteWatcherHeartbeatResponse.Parser, payload.Message),
        (22, "Akka.Dispatch.SysMsg.DeathWatchNotification, Akka") => Again(DeathWatchNotificationData.Parser, payload.Message),
        (22, _) => Again(WatchData.Parser, payload.Message),
        (4 or 17, _) => null,
        var (id, manifest) => throw new InvalidOperationException($"Serializer {id} with '{manifest}' was not recorded"),
    };

    private static T Again<T>(MessageParser<T> parser, ByteString bytes) where T : IMessage<T>
    {
        var content = parser.WithDiscardUnknownFields(true).ParseFrom(bytes);
        Assert.Equal(bytes.ToByteArray(), content.ToByteArray());
        return content;
    }
}
