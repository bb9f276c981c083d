using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Transport;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals.Codec;

/// <summary>Contents of the wire by chance: each kind there is, with each field there or not.</summary>
internal sealed class RandomWire(int seed)
{
    private const string Signs = "abcXYZ019-_.*$+:@&=,!~';%#/\\ \t\n\0éß日本\u202e\uffff";

    private readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    public bool Chance() => _random.Next(2) == 0;

    public string Text()
    {
        var text = string.Concat(Enumerable.Range(0, _random.Next(Pick(1, 10, 200))).Select(_ => Signs[_random.Next(Signs.Length)]));
        return Chance() ? text : text + "🙂";
    }

    public byte[] Bytes()
    {
        var bytes = new byte[_random.Next(Pick(1, 10, 2000))];
        _random.NextBytes(bytes);
        return bytes;
    }

    public ulong Number() => Pick(0ul, 1ul, ulong.MaxValue, ulong.MaxValue - 1, (ulong)long.MaxValue, (ulong)_random.NextInt64(), (ulong)_random.Next(100));

    public Address Address() => new(
        Pick("akka.tcp", "akka.mem"), "S" + _random.Next(), Pick("127.0.0.1", "[::1]", "host.example", "bücher.example"), _random.Next(1, 65_536));

    /// <summary>A frame's content, of any kind that a node sends.</summary>
    public ByteString Frame() => _random.Next(8) switch
    {
        0 => Pdu.Associate(Address(), _random.Next(int.MinValue, int.MaxValue)),
        1 => Pdu.Heartbeat,
        2 => Pdu.Disassociate(Pick(DisassociateInfo.Unknown, DisassociateInfo.Shutdown, DisassociateInfo.Quarantined)),
        _ => Pdu.Payload(Container()),
    };

    public AckAndEnvelopeContainer Container()
    {
        var container = new AckAndEnvelopeContainer();
        var what = _random.Next(1, 4);
        if ((what & 1) != 0)
            container.Ack = new AcknowledgementInfo { CumulativeAck = Number(), Nacks = { Enumerable.Range(0, _random.Next(Pick(1, 5, 500))).Select(_ => Number()) } };
        if ((what & 2) != 0)
            container.Envelope = Envelope();
        return container;
    }

    private RemoteEnvelope Envelope()
    {
        var envelope = new RemoteEnvelope { Seq = Pick(Pdu.NoSequenceNumber, Number()) };
        if (_random.Next(10) > 0)
            envelope.Recipient = new ActorRefData { Path = Text() };
        if (_random.Next(10) > 0)
            envelope.Message = new Payload { Message = ByteString.CopyFrom(Bytes()), SerializerId = Pick(4, 16, 17, _random.Next(int.MinValue, int.MaxValue)), MessageManifest = ByteString.CopyFromUtf8(Text()) };
        if (Chance())
            envelope.Sender = new ActorRefData { Path = Text() };
        return envelope;
    }
}
