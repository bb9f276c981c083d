using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Frames as a stranger may build them, whether they make sense or not.</summary>
internal static class Frames
{
    public static ByteString Envelope(string to, Payload? message, string? from = null, ulong seq = Pdu.NoSequenceNumber) =>
        Pdu.Payload(new AckAndEnvelopeContainer { Envelope = Enveloped(to, message, from, seq) });

    public static ByteString Ack(ulong cumulative, IEnumerable<ulong>? nacks = null) =>
        Pdu.Payload(new AckAndEnvelopeContainer { Ack = new AcknowledgementInfo { CumulativeAck = cumulative, Nacks = { nacks ?? [] } } });

    public static ByteString Control(CommandType command) =>
        new AkkaProtocolMessage { Instruction = new AkkaControlMessage { CommandType = command } }.ToByteString();

    public static ByteString Associate(string system = "Raw", string host = "127.0.0.1", uint port = 1, string protocol = "tcp", ulong uid = 1, string cookie = "") =>
        new AkkaProtocolMessage
        {
            Instruction = new AkkaControlMessage
            {
                CommandType = CommandType.Associate,
                HandshakeInfo = new AkkaHandshakeInfo
                {
                    Origin = new AddressData { System = system, Hostname = host, Port = port, Protocol = protocol },
                    Uid = uid,
                    Cookie = cookie,
                },
            },
        }.ToByteString();

    public static ActorRefData Actor(string path) => new() { Path = path };

    public static Payload Payload(int serializer, string manifest, ByteString? content = null) => new()
    {
        SerializerId = serializer,
        MessageManifest = ByteString.CopyFromUtf8(manifest),
        Message = content ?? ByteString.Empty,
    };

    public static Payload Text(string text) => Payload(17, "System.String, System.Private.CoreLib", ByteString.CopyFromUtf8(text));

    /// <summary>One of Akka's small messages.</summary>
    public static Payload Small(string manifest, IMessage? content = null) => Payload(16, manifest, content?.ToByteString());

    /// <summary>A system message, by its class's name.</summary>
    public static Payload System(string name, IMessage? content = null) => Payload(22, $"Akka.Dispatch.SysMsg.{name}, Akka", content?.ToByteString());

    public static Payload Selected(Payload message, params IEnumerable<Selection> way) =>
        Payload(6, string.Empty, new SelectionEnvelope { Payload = message, Pattern = { way } }.ToByteString());

    public static Selection Child(string name) => new() { Type = Selection.Types.PatternType.ChildName, Matcher = name };

    public static Selection Fitting(string pattern) => new() { Type = Selection.Types.PatternType.ChildPattern, Matcher = pattern };

    public static Selection Up { get; } = new() { Type = Selection.Types.PatternType.Parent };

    private static RemoteEnvelope Enveloped(string to, Payload? message, string? from, ulong seq)
    {
        var envelope = new RemoteEnvelope { Recipient = Actor(to), Seq = seq };
        if (message is not null)
            envelope.Message = message;
        if (from is not null)
            envelope.Sender = Actor(from);
        return envelope;
    }
}
