using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Transport;
using Google.Protobuf;

namespace Akka.Remote.Wire;

/// <summary>Thrown when bytes from a peer are not what the protocol allows; the connection they came by is closed.</summary>
internal sealed class PduException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The protocol's messages as bytes, one frame's content each, and back.</summary>
internal static class Pdu
{
    /// <summary>Stands in an envelope's <c>seq</c> when it holds an ordinary message.</summary>
    internal const ulong NoSequenceNumber = ulong.MaxValue;

    private const string AkkaPrefix = "akka.";
    private const byte PayloadTag = (1 << 3) | (byte)WireFormat.WireType.LengthDelimited;

    /// <summary>The frame for "I am here", the same every time.</summary>
    internal static ByteString Heartbeat { get; } = Control(CommandType.Heartbeat);

    /// <summary>The handshake: who I am, and which incarnation.</summary>
    internal static ByteString Associate(Address self, int uid) =>
        new AkkaProtocolMessage
        {
            Instruction = new AkkaControlMessage
            {
                CommandType = CommandType.Associate,
                HandshakeInfo = new AkkaHandshakeInfo { Origin = ToWire(self), Uid = (ulong)uid },
            },
        }.ToByteString();

    /// <summary>The end of an association, with its kind.</summary>
    internal static ByteString Disassociate(DisassociateInfo info) => Control(info switch
    {
        DisassociateInfo.Shutdown => CommandType.DisassociateShuttingDown,
        DisassociateInfo.Quarantined => CommandType.DisassociateQuarantined,
        _ => CommandType.Disassociate,
    });

    /// <summary>The frame of a payload: an acknowledgement, an envelope, or both. One allocation, of exactly the frame's size.</summary>
    internal static ByteString Payload(AckAndEnvelopeContainer container)
    {
        var length = container.CalculateSize();
        var bytes = new byte[1 + CodedOutputStream.ComputeLengthSize(length) + length];
        using var output = new CodedOutputStream(bytes);
        output.WriteRawTag(PayloadTag);
        output.WriteLength(length);
        container.WriteTo(output);
        output.Flush();
        return UnsafeByteOperations.UnsafeWrap(bytes);
    }

    /// <summary>Reads a frame's content.</summary>
    /// <exception cref="PduException">The bytes are no AkkaProtocolMessage, or one that is neither payload nor instruction.</exception>
    internal static AkkaProtocolMessage ReadMessage(ByteString frame)
    {
        var message = Parse(AkkaProtocolMessage.Parser, frame, "AkkaProtocolMessage");
        if (message.Instruction is null && message.Payload.IsEmpty)
            throw new PduException("a frame holds neither a payload nor an instruction");
        return message;
    }

    /// <summary>Reads what <see cref="AkkaProtocolMessage"/> carries as payload.</summary>
    /// <exception cref="PduException">The bytes are no AckAndEnvelopeContainer.</exception>
    internal static AckAndEnvelopeContainer ReadPayload(ByteString payload) =>
        Parse(AckAndEnvelopeContainer.Parser, payload, "AckAndEnvelopeContainer");

    /// <summary>Reads who the peer says it is; the address as it stands in paths.</summary>
    /// <exception cref="PduException">The handshake names no complete address, or one that could not stand in a path.</exception>
    internal static Address ReadOrigin(AkkaHandshakeInfo? handshake)
    {
        var origin = handshake?.Origin;
        if (origin is null || origin.System.Length == 0 || origin.Hostname.Length == 0 || origin.Protocol.Length == 0 || origin.Port is 0 or > ushort.MaxValue)
            throw new PduException("a handshake names no complete address");
        if (!OriginNames.IsProtocol(origin.Protocol) || !OriginNames.IsSystem(origin.System) || !OriginNames.IsHost(origin.Hostname))
            throw new PduException("a handshake names an address that can't stand in a path");
        return new Address(AkkaPrefix + origin.Protocol, origin.System, origin.Hostname, (int)origin.Port);
    }

    /// <summary>An address as it stands in messages: its protocol without "akka.".</summary>
    internal static AddressData ToWire(Address address) => new()
    {
        System = address.System,
        Hostname = address.Host ?? string.Empty,
        Port = (uint)(address.Port ?? 0),
        Protocol = WithoutAkka(address.Protocol),
    };

    /// <summary>An address as the transport below knows it: <c>tcp</c> for <c>akka.tcp</c>.</summary>
    internal static Address ToTransport(Address address) => address.WithProtocol(WithoutAkka(address.Protocol));

    /// <summary>An address as it stands in paths: <c>akka.tcp</c> for a transport's <c>tcp</c>.</summary>
    internal static Address FromTransport(Address address) => address.WithProtocol(AkkaPrefix + address.Protocol);

    private static string WithoutAkka(string protocol) =>
        protocol.StartsWith(AkkaPrefix, StringComparison.Ordinal) ? protocol[AkkaPrefix.Length..] : protocol;

    private static ByteString Control(CommandType command) =>
        new AkkaProtocolMessage { Instruction = new AkkaControlMessage { CommandType = command } }.ToByteString();

    private static T Parse<T>(MessageParser<T> parser, ByteString bytes, string what) where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (Exception e) when (Malformed.Is(e))
        {
            throw new PduException($"{bytes.Length} bytes are no {what}: {e.Message}", e);
        }
    }
}
