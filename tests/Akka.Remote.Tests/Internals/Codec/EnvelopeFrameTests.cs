using System.Text;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals.Codec;

/// <summary>What is written and read by hand is what the generated code writes and reads.</summary>
public class EnvelopeFrameTests
{
    private const string Path = "akka.tcp://A@127.0.0.1:1/user/a#1";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_bytes_are_those_of_the_generated_code(int seed)
    {
        var wire = new RandomWire(seed);
        for (var i = 0; i < 50; i++)
        {
            var (to, from, bytes, id, manifest) = (wire.Text(), wire.Chance() ? wire.Text() : null, wire.Bytes(), wire.Pick(0, 1, 17, 300, -1, int.MinValue), wire.Text());

            var frame = EnvelopeFrame.Write(EnvelopeFrame.Path(to), from is null ? null : EnvelopeFrame.Path(from), bytes, id, manifest);

            Assert.Equal(Generated(to, from, bytes, id, manifest), frame);
        }
    }

    [Theory]
    [InlineData(Path, "", "hit", 17, "System.String, System.Private.CoreLib")]
    [InlineData(Path, "akka.tcp://B@127.0.0.1:2/user/b#-2", "", 4, "")]
    [InlineData("", "", "", 0, "")]
    public void An_ordinary_message_is_read(string to, string from, string text, int id, string manifest)
    {
        var frame = Generated(to, from.Length == 0 ? null : from, Encoding.UTF8.GetBytes(text), id, manifest);

        Assert.True(EnvelopeFrame.TryRead(frame.Span, out var read));

        Assert.True(read.HasMessage);
        Assert.Equal((to, from, text), (Text(read.Recipient), Text(read.Sender), Text(read.Message)));
        Assert.Equal((id, manifest), (read.SerializerId, Text(read.Manifest)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_it_reads_of_changed_frames_the_generated_code_reads_too(int seed)
    {
        var random = new Random(seed);
        var wire = new RandomWire(seed);
        List<byte[]> good = [.. Enumerable.Range(0, 20).Select(_ => wire.Frame().ToByteArray()), Generated(Path, Path, [1, 2, 3], 17, "S").ToByteArray()];
        for (var i = 0; i < 500; i++)
        {
            var frame = FrameMutation.Of(good[^random.Next(1, good.Count + 1)], random, good);
            if (!EnvelopeFrame.TryRead(frame, out var read))
                continue;

            var container = Pdu.ReadPayload(Pdu.ReadMessage(ByteString.CopyFrom(frame)).Payload);

            Assert.Null(container.Ack);
            Assert.Equal(Pdu.NoSequenceNumber, container.Envelope.Seq);
            Assert.Equal(container.Envelope.Recipient.Path, Text(read.Recipient));
            Assert.Equal(container.Envelope.Sender?.Path ?? string.Empty, Text(read.Sender));
            Assert.Equal(container.Envelope.Message.Message.ToByteArray(), read.Message.ToArray());
            Assert.Equal(container.Envelope.Message.SerializerId, read.SerializerId);
            Assert.Equal(container.Envelope.Message.MessageManifest.ToByteArray(), read.Manifest.ToArray());
        }
    }

    [Fact]
    public void A_numbered_message_and_an_acknowledgement_are_left_to_the_generated_code()
    {
        var envelope = new RemoteEnvelope { Recipient = new ActorRefData { Path = Path }, Message = new Payload { SerializerId = 17 }, Seq = 1 };

        Assert.False(EnvelopeFrame.TryRead(Pdu.Payload(new AckAndEnvelopeContainer { Envelope = envelope }).Span, out _));
        envelope.Seq = Pdu.NoSequenceNumber;
        Assert.True(EnvelopeFrame.TryRead(Pdu.Payload(new AckAndEnvelopeContainer { Envelope = envelope }).Span, out _));
        Assert.False(EnvelopeFrame.TryRead(Pdu.Payload(new AckAndEnvelopeContainer { Envelope = envelope, Ack = new AcknowledgementInfo() }).Span, out _));
        Assert.False(EnvelopeFrame.TryRead(Pdu.Heartbeat.Span, out _));
    }

    private static ByteString Generated(string to, string? from, byte[] bytes, int id, string manifest) => Pdu.Payload(new AckAndEnvelopeContainer
    {
        Envelope = new RemoteEnvelope
        {
            Recipient = new ActorRefData { Path = to },
            Message = new Payload { Message = ByteString.CopyFrom(bytes), SerializerId = id, MessageManifest = ByteString.CopyFromUtf8(manifest) },
            Sender = from is null ? null : new ActorRefData { Path = from },
            Seq = Pdu.NoSequenceNumber,
        },
    });

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
