using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Akka.Remote.Proto;
using Google.Protobuf;

namespace Akka.Remote.Wire;

/// <summary>
/// The frame of one ordinary message without an acknowledgement: nearly all frames are that. It is written and read where it lies,
/// with no object for each part. Whatever else a frame may be, well formed or not, is left to the generated code.
/// </summary>
internal readonly ref struct EnvelopeFrame
{
    // A field's number, and whether a length, a varint or eight bytes follow.
    private const byte PayloadOfProtocol = (1 << 3) | 2;
    private const byte EnvelopeOfContainer = (2 << 3) | 2;
    private const byte RecipientOfEnvelope = (1 << 3) | 2;
    private const byte MessageOfEnvelope = (2 << 3) | 2;
    private const byte SenderOfEnvelope = (4 << 3) | 2;
    private const byte SeqOfEnvelope = (5 << 3) | 1;
    private const byte PathOfActor = (1 << 3) | 2;
    private const byte BytesOfPayload = (1 << 3) | 2;
    private const byte SerializerOfPayload = 2 << 3;
    private const byte ManifestOfPayload = (3 << 3) | 2;
    private const int SeqSize = 1 + sizeof(ulong);

    private EnvelopeFrame(ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> sender, ReadOnlySpan<byte> message, int serializerId, ReadOnlySpan<byte> manifest)
    {
        Recipient = recipient;
        Sender = sender;
        Message = message;
        SerializerId = serializerId;
        Manifest = manifest;
        HasMessage = true;
    }

    /// <summary>The same view of an envelope that was read by the generated code.</summary>
    internal EnvelopeFrame(RemoteEnvelope envelope)
    {
        Recipient = Encoding.UTF8.GetBytes(envelope.Recipient?.Path ?? string.Empty);
        Sender = Encoding.UTF8.GetBytes(envelope.Sender?.Path ?? string.Empty);
        if (envelope.Message is not { } message)
            return;
        HasMessage = true;
        Message = message.Message.Span;
        SerializerId = message.SerializerId;
        Manifest = message.MessageManifest.Span;
    }

    /// <summary>The path of who it is for.</summary>
    internal ReadOnlySpan<byte> Recipient { get; }

    /// <summary>The path of who sent it; empty for nobody.</summary>
    internal ReadOnlySpan<byte> Sender { get; }

    internal bool HasMessage { get; }

    internal ReadOnlySpan<byte> Message { get; }

    internal int SerializerId { get; }

    internal ReadOnlySpan<byte> Manifest { get; }

    /// <summary>A path as it stands in envelopes: made once, written often.</summary>
    internal static byte[] Path(string path) => new ActorRefData { Path = path }.ToByteArray();

    /// <summary>The frame's content, in one array of its size. <paramref name="recipient"/> and <paramref name="sender"/> are by <see cref="Path"/>.</summary>
    internal static ByteString Write(byte[] recipient, byte[]? sender, byte[] message, int serializerId, string manifest)
    {
        var manifestLength = Encoding.UTF8.GetByteCount(manifest);
        var payload = SizeUnlessEmpty(message.Length) + (serializerId == 0 ? 0 : 1 + VarintSize((ulong)serializerId)) + SizeUnlessEmpty(manifestLength);
        var envelope = Size(recipient.Length) + Size(payload) + (sender is null ? 0 : Size(sender.Length)) + SeqSize;
        var container = Size(envelope);
        var frame = new byte[Size(container)];
        var writer = new Writer(frame);
        writer.Begin(PayloadOfProtocol, container);
        writer.Begin(EnvelopeOfContainer, envelope);
        writer.Field(RecipientOfEnvelope, recipient);
        writer.Begin(MessageOfEnvelope, payload);
        if (message.Length > 0)
            writer.Field(BytesOfPayload, message);
        if (serializerId != 0)
            writer.Number(SerializerOfPayload, (ulong)serializerId);
        if (manifestLength > 0)
            writer.Field(ManifestOfPayload, manifest, manifestLength);
        if (sender is not null)
            writer.Field(SenderOfEnvelope, sender);
        writer.Fixed(SeqOfEnvelope, Pdu.NoSequenceNumber);
        return UnsafeByteOperations.UnsafeWrap(frame);
    }

    /// <summary>Reads a frame's content. False: it is something else, or not well formed.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> frame, out EnvelopeFrame read)
    {
        read = default;
        var all = new Reader(frame);
        var container = new Reader(all.Field(PayloadOfProtocol));
        var envelope = new Reader(container.Field(EnvelopeOfContainer));
        var recipient = new Reader(envelope.Field(RecipientOfEnvelope));
        var payload = new Reader(envelope.Field(MessageOfEnvelope));
        var sender = new Reader(envelope.FieldIfAny(SenderOfEnvelope));
        envelope.Expect(SeqOfEnvelope, Pdu.NoSequenceNumber);
        var to = recipient.FieldIfAny(PathOfActor);
        var from = sender.FieldIfAny(PathOfActor);
        var message = payload.FieldIfAny(BytesOfPayload);
        var serializerId = payload.NumberIfAny(SerializerOfPayload);
        var manifest = payload.FieldIfAny(ManifestOfPayload);
        if (!(all.IsDone && container.IsDone && envelope.IsDone && recipient.IsDone && sender.IsDone && payload.IsDone))
            return false;
        if (!Ascii.IsValid(to) || !Ascii.IsValid(from))
            return false;
        read = new EnvelopeFrame(to, from, message, serializerId, manifest);
        return true;
    }

    private static int Size(int length) => 1 + VarintSize((ulong)length) + length;

    private static int SizeUnlessEmpty(int length) => length == 0 ? 0 : Size(length);

    private static int VarintSize(ulong value) => (BitOperations.Log2(value | 1) / 7) + 1;

    private ref struct Writer(Span<byte> left)
    {
        private Span<byte> _left = left;

        internal void Begin(byte tag, int length) => Number(tag, (ulong)length);

        internal void Field(byte tag, byte[] content)
        {
            Begin(tag, content.Length);
            content.CopyTo(_left);
            _left = _left[content.Length..];
        }

        internal void Field(byte tag, string text, int length)
        {
            Begin(tag, length);
            Encoding.UTF8.GetBytes(text, _left);
            _left = _left[length..];
        }

        internal void Fixed(byte tag, ulong value)
        {
            _left[0] = tag;
            BinaryPrimitives.WriteUInt64LittleEndian(_left[1..], value);
            _left = _left[SeqSize..];
        }

        internal void Number(byte tag, ulong value)
        {
            _left[0] = tag;
            var at = 1;
            for (; value >= 0x80; value >>= 7)
                _left[at++] = (byte)(value | 0x80);
            _left[at++] = (byte)value;
            _left = _left[at..];
        }
    }

    /// <summary>Reads fields in the order in which they are written; after the first surprise it is never done.</summary>
    private ref struct Reader(ReadOnlySpan<byte> left)
    {
        private ReadOnlySpan<byte> _left = left;
        private bool _surprised;

        internal readonly bool IsDone => _left.IsEmpty && !_surprised;

        internal ReadOnlySpan<byte> Field(byte tag)
        {
            _surprised |= _left.IsEmpty || _left[0] != tag;
            return FieldIfAny(tag);
        }

        internal ReadOnlySpan<byte> FieldIfAny(byte tag)
        {
            if (_left.IsEmpty || _left[0] != tag)
                return default;
            _left = _left[1..];
            var length = Varint();
            if (length < 0 || length > _left.Length)
            {
                _surprised = true;
                return default;
            }

            var field = _left[..length];
            _left = _left[length..];
            return field;
        }

        internal int NumberIfAny(byte tag)
        {
            if (_left.IsEmpty || _left[0] != tag)
                return 0;
            _left = _left[1..];
            return Varint();
        }

        internal void Expect(byte tag, ulong value)
        {
            if (_left.Length < SeqSize || _left[0] != tag || BinaryPrimitives.ReadUInt64LittleEndian(_left[1..]) != value)
                _surprised = true;
            else
                _left = _left[SeqSize..];
        }

        /// <summary>A number of up to four bytes; longer ones are a surprise.</summary>
        private int Varint()
        {
            var value = 0;
            for (var at = 0; at < 4 && at < _left.Length; at++)
            {
                value |= (_left[at] & 0x7F) << (7 * at);
                if (_left[at] >= 0x80)
                    continue;
                _left = _left[(at + 1)..];
                return value;
            }

            _surprised = true;
            return 0;
        }
    }
}
