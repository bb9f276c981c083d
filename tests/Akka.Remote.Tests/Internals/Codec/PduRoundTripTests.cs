using System.Buffers;
using Akka.Remote.Proto;
using Akka.Remote.Transport;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals.Codec;

/// <summary>What is said is what is heard, whatever it is.</summary>
public class PduRoundTripTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_payload_is_read_as_it_was_written(int seed)
    {
        var wire = new RandomWire(seed);
        for (var i = 0; i < 50; i++)
        {
            var container = wire.Container();

            var message = Pdu.ReadMessage(Pdu.Payload(container));

            Assert.Null(message.Instruction);
            Assert.Equal(container, Pdu.ReadPayload(message.Payload));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_handshake_is_read_as_it_was_written(int seed)
    {
        var wire = new RandomWire(seed);
        for (var i = 0; i < 50; i++)
        {
            var (address, uid) = (wire.Address(), wire.Pick(0, -1, int.MinValue, int.MaxValue, wire.Next(int.MaxValue)));

            var instruction = Pdu.ReadMessage(Pdu.Associate(address, uid)).Instruction;

            Assert.Equal(CommandType.Associate, instruction.CommandType);
            Assert.Equal(address, Pdu.ReadOrigin(instruction.HandshakeInfo));
            Assert.Equal(uid, (int)instruction.HandshakeInfo.Uid);
        }
    }

    [Theory]
    [InlineData(DisassociateInfo.Unknown, 2)]
    [InlineData(DisassociateInfo.Shutdown, 4)]
    [InlineData(DisassociateInfo.Quarantined, 5)]
    public void Each_goodbye_has_its_number(DisassociateInfo info, int number) =>
        Assert.Equal((CommandType)number, Pdu.ReadMessage(Pdu.Disassociate(info)).Instruction.CommandType);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_conversation_is_read_in_order_however_it_is_cut(int seed)
    {
        var wire = new RandomWire(seed);
        var said = Enumerable.Range(0, 50).Select(_ => wire.Frame()).ToList();
        var output = new ArrayBufferWriter<byte>();
        foreach (var frame in said)
            FrameCodec.Write(output, frame.Span);

        var heard = new List<AkkaProtocolMessage>();
        var buffer = Segments.Of(output.WrittenMemory, new Random(seed));
        while (FrameCodec.TryRead(ref buffer, 128_000, out var frame, out _) == FrameResult.Frame)
            heard.Add(Pdu.ReadMessage(UnsafeByteOperations.UnsafeWrap(frame.ToArray())));

        Assert.True(buffer.IsEmpty);
        Assert.Equal(said.Select(AkkaProtocolMessage.Parser.ParseFrom), heard);
    }
}
