using System.Buffers.Binary;

namespace RemoteGuard.Wire;

/// <summary>What a frame is.</summary>
internal enum FrameKind
{
    /// <summary>Nothing that Akka.Remote sends.</summary>
    Broken,

    /// <summary>The first frame of each side of a connection, which says who it is.</summary>
    Associate,

    /// <summary>A heartbeat.</summary>
    Heartbeat,

    /// <summary>The last frame: the peer leaves, shuts down, or has quarantined this node.</summary>
    Goodbye,

    /// <summary>Only says which system messages have arrived.</summary>
    Acknowledgement,

    /// <summary>A message to an actor, with an acknowledgement or without.</summary>
    Message,
}

/// <summary>
/// The parts of a frame as they lie in its bytes. The numbers are those of Akka.Remote 1.5: WireFormats.proto and
/// ContainerFormats.proto in its sources.
/// </summary>
internal ref partial struct Frame
{
    /// <summary>The number of an ordinary message, which has none.</summary>
    public const ulong NoNumber = ulong.MaxValue;

    private const int Associate = 1;
    private const int Disassociate = 2;
    private const int Heartbeat = 3;
    private const int DisassociateQuarantined = 5;

    /// <summary>What it is.</summary>
    public FrameKind Kind { get; private set; }

    /// <summary>The part of an ASSOCIATE that says who the peer is.</summary>
    public ReadOnlySpan<byte> Handshake { get; private set; }

    /// <summary>Whether Akka.Remote forgets the peer that sends this goodbye.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>How many system messages an acknowledgement names as missing.</summary>
    public int Missing { get; private set; }

    /// <summary>The greatest number that an acknowledgement names as missing; 0 if it names none.</summary>
    public ulong GreatestMissing { get; private set; }

    /// <summary>The path of a message's recipient.</summary>
    public ReadOnlySpan<byte> Recipient { get; private set; }

    /// <summary>The path of a message's sender; empty for none.</summary>
    public ReadOnlySpan<byte> Sender { get; private set; }

    /// <summary>A message's content with its serializer.</summary>
    public Payload Payload { get; private set; }

    /// <summary>A system message's number; <see cref="NoNumber"/> for others.</summary>
    public ulong Number { get; private set; }

    /// <summary>Reads a frame: the usual layout quickly, any other one field by field.</summary>
    public static Frame Read(ReadOnlySpan<byte> bytes)
    {
        var frame = new Frame();
        return frame.TryReadUsual(bytes) ? frame : ReadAny(bytes);
    }

    /// <summary>Reads a frame of any layout.</summary>
    public static Frame ReadAny(ReadOnlySpan<byte> bytes)
    {
        var frame = new Frame();
        var fields = new FieldReader(bytes);
        if (!fields.Next())
            return frame;
        var kind = fields.Type != WireType.Bytes ? FrameKind.Broken
            : fields.Number == 1 ? frame.ReadContainer(fields.Bytes)
            : fields.Number == 2 ? frame.ReadControl(fields.Bytes)
            : FrameKind.Broken;
        // A frame is one of the two and nothing else.
        frame.Kind = fields.Next() || fields.IsBroken ? FrameKind.Broken : kind;
        return frame;
    }

    private FrameKind ReadControl(ReadOnlySpan<byte> control)
    {
        ulong command = 0;
        var fields = new FieldReader(control);
        while (fields.Next())
        {
            if (fields.Is(1, WireType.Varint))
                command = fields.Value;
            else if (fields.Is(2, WireType.Bytes))
                Handshake = fields.Bytes;
            else
                return FrameKind.Broken;
        }

        IsFinal = command > Heartbeat;
        return fields.IsBroken ? FrameKind.Broken : command switch
        {
            Associate when !Handshake.IsEmpty => FrameKind.Associate,
            Heartbeat when Handshake.IsEmpty => FrameKind.Heartbeat,
            >= Disassociate and <= DisassociateQuarantined when Handshake.IsEmpty => FrameKind.Goodbye,
            _ => FrameKind.Broken,
        };
    }

    private FrameKind ReadContainer(ReadOnlySpan<byte> container)
    {
        var kind = FrameKind.Broken;
        var fields = new FieldReader(container);
        while (fields.Next())
        {
            if (fields.Is(1, WireType.Bytes) && ReadAcknowledgement(fields.Bytes))
                kind = kind == FrameKind.Message ? kind : FrameKind.Acknowledgement;
            else if (fields.Is(2, WireType.Bytes) && ReadEnvelope(fields.Bytes))
                kind = FrameKind.Message;
            else
                return FrameKind.Broken;
        }

        return fields.IsBroken ? FrameKind.Broken : kind;
    }

    private bool ReadAcknowledgement(ReadOnlySpan<byte> acknowledgement)
    {
        var fields = new FieldReader(acknowledgement);
        while (fields.Next(repeated: 2))
        {
            if (fields.Is(2, WireType.Bytes) && fields.Bytes.Length % sizeof(ulong) == 0)
                AddMissing(fields.Bytes);
            else if (fields.Is(2, WireType.Fixed64))
                AddMissing(fields.Value);
            else if (!fields.Is(1, WireType.Fixed64))
                return false;
        }

        return !fields.IsBroken;
    }

    private void AddMissing(ReadOnlySpan<byte> numbers)
    {
        for (; !numbers.IsEmpty; numbers = numbers[sizeof(ulong)..])
            AddMissing(BinaryPrimitives.ReadUInt64LittleEndian(numbers));
    }

    private void AddMissing(ulong number)
    {
        Missing++;
        GreatestMissing = Math.Max(GreatestMissing, number);
    }

    private bool ReadEnvelope(ReadOnlySpan<byte> envelope)
    {
        ReadOnlySpan<byte> recipient = default, sender = default, message = default;
        var fields = new FieldReader(envelope);
        while (fields.Next())
        {
            if (fields.Is(1, WireType.Bytes))
                recipient = fields.Bytes;
            else if (fields.Is(2, WireType.Bytes))
                message = fields.Bytes;
            else if (fields.Is(4, WireType.Bytes) && !fields.Bytes.IsEmpty)
                sender = fields.Bytes;
            else if (fields.Is(5, WireType.Fixed64))
                Number = fields.Value;
            else
                return false;
        }

        if (fields.IsBroken || !TryReadReference(recipient, out recipient) || !TryReadReference(sender, out var author) || author.IsEmpty != sender.IsEmpty || !Payload.TryRead(message, out var payload))
            return false;
        Recipient = recipient;
        Sender = author;
        Payload = payload;
        return true;
    }

    /// <summary>Reads an actor reference.</summary>
    /// <param name="reference">The message that holds it; empty for none.</param>
    /// <param name="path">The actor's path with its address; empty for none.</param>
    public static bool TryReadReference(ReadOnlySpan<byte> reference, out ReadOnlySpan<byte> path)
    {
        path = default;
        var fields = new FieldReader(reference);
        while (fields.Next())
        {
            if (!fields.Is(1, WireType.Bytes))
                return false;
            path = fields.Bytes;
        }

        return !fields.IsBroken;
    }
}
