using System.Buffers;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Serialization;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals.Codec;

/// <summary>
/// Whatever the bytes: they are read or refused by the exception that is for it, and the reader takes no more memory than the
/// longest good frame may.
/// </summary>
public sealed class HostileBytesTests : IAsyncLifetime
{
    private const int MaximumFrameSize = 128_000;
    private const int Count = 5_000;

    private readonly Nodes _nodes = new();
    private ExtendedActorSystem _system = null!;

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5];

    public Task InitializeAsync()
    {
        _system = (ExtendedActorSystem)_nodes.Start("Node");
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Noise_is_read_or_refused(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Count; i++)
            ReadWithinLimits(FrameMutation.Noise(random, 300));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Recorded_frames_that_were_changed_are_read_or_refused(int seed)
    {
        var random = new Random(seed);
        var good = RecordedFrame.All.Select(frame => frame.Content).ToList();
        for (var i = 0; i < Count; i++)
            ReadWithinLimits(i % 2 == 0 ? FrameMutation.Of(random, good) : FieldMutation.Of(random, good));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Messages_that_were_changed_are_read_or_refused(int seed)
    {
        var random = new Random(seed);
        var good = RecordedFrame.All
            .Select(frame => Pdu.ReadMessage(ByteString.CopyFrom(frame.Content)))
            .Where(message => message.Instruction is null)
            .Select(message => Pdu.ReadPayload(message.Payload).Envelope)
            .Where(envelope => envelope is not null)
            .Select(envelope => envelope.Message)
            .ToList();
        var contents = good.Select(payload => payload.Message.ToByteArray()).Where(bytes => bytes.Length > 0).ToList();
        for (var i = 0; i < Count; i++)
        {
            var payload = good[random.Next(good.Count)].Clone();
            payload.Message = ByteString.CopyFrom(FrameMutation.Of(random, contents));
            if (random.Next(10) == 0)
                payload.MessageManifest = ByteString.CopyFrom(FrameMutation.Noise(random, 20));
            WithinLimits(payload.Message.ToByteArray(), () => Deserialize(payload));
        }
    }

    public static TheoryData<string> Headers =>
    [
        // Lengths: of a frame, of the fields in it, and of fields in fields. What they promise is not there.
        "FFFFFFFF", "00000080", "FFFFFF7F", "01F40100", "00F40100", "00F4010000",
    ];

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_length_alone_takes_no_memory(string header)
    {
        var bytes = Convert.FromHexString(header);
        for (var warm = 0; warm < 2; warm++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var buffer = new ReadOnlySequence<byte>(bytes);
            var result = FrameCodec.TryRead(ref buffer, MaximumFrameSize, out _, out _);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.NotEqual(FrameResult.Frame, result);
            Assert.True(warm == 0 || allocated == 0, $"{allocated} bytes were allocated");
        }
    }

    [Theory]
    [InlineData("0AFFFFFFFF07")]
    [InlineData("0AFFFFFFFFFFFFFFFFFF01")]
    [InlineData("12FFFFFFFF07")]
    [InlineData("120A0801FFFFFFFF07")]
    [InlineData("0A060A0412FFFFFFFF")]
    [InlineData("0A0A0A0812FEFFFFFF07")]
    [InlineData("0A0812060AFFFFFFFF07")]
    [InlineData("9A06FFFFFFFF07")]
    [InlineData("13131313131313131313131313131313")]
    public void A_field_longer_than_its_frame_takes_no_memory(string frame) => ReadWithinLimits(Convert.FromHexString(frame));

    [Fact]
    public void Groups_in_groups_end_somewhere() => ReadWithinLimits([.. Enumerable.Repeat((byte)0x1B, 100_000)], MaximumFrameSize * 8L);

    private void ReadWithinLimits(byte[] bytes, long limit = MaximumFrameSize) => WithinLimits(bytes, () => Read(ByteString.CopyFrom(bytes)), limit);

    /// <summary>The first time includes what the runtime makes once; what counts is the second.</summary>
    private static void WithinLimits(byte[] bytes, Action read, long limit = MaximumFrameSize)
    {
        long allocated = 0;
        for (var round = 0; round < 2 && (round == 0 || allocated > limit); round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read();
            }
            catch (Exception e) when (e is not (PduException or SerializationException))
            {
                Assert.Fail($"{e.GetType().Name}: {e.Message}, of {Convert.ToHexString(bytes)}\n{e.StackTrace}");
            }
            catch (Exception)
            {
                // Refused, as it should be.
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.True(allocated <= limit, $"{allocated} bytes were allocated for {Convert.ToHexString(bytes)}");
    }

    /// <summary>All that is read of a frame, from its content to the message in its envelope.</summary>
    private void Read(ByteString content)
    {
        var message = Pdu.ReadMessage(content);
        if (message.Instruction is { HandshakeInfo: { } handshake })
            Pdu.ReadOrigin(handshake);
        else if (message.Instruction is null && Pdu.ReadPayload(message.Payload).Envelope is { Message: { } payload } envelope)
        {
            _ = _system.Provider.ResolveActorRef(envelope.Recipient?.Path ?? string.Empty);
            _ = _system.Provider.ResolveActorRef(envelope.Sender?.Path ?? string.Empty);
            Deserialize(payload);
        }
    }

    private void Deserialize(Payload payload) => _ = WireSerialization.FromPayload(_system, payload);
}
