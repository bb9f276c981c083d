using System.Buffers;
using Akka.Actor;
using Akka.Remote.Wire;
using Akka.Serialization;
using Google.Protobuf;

namespace Speed.Internals;

/// <summary>Between the two: a "hit" is serialized, framed, sent, read and deserialized, and no actor hears of it.</summary>
internal sealed class CodecRun(ActorSystem system)
{
    private const string Hit = "hit";

    private readonly SerializerWithStringManifest _serializer = (SerializerWithStringManifest)system.Serialization.FindSerializerFor(Hit);
    private readonly byte[] _recipient = EnvelopeFrame.Path("akka.tcp://there@127.0.0.1:40000/user/echo-10#1234567890");
    private readonly byte[] _sender = EnvelopeFrame.Path("akka.tcp://here@127.0.0.1:40001/user/$ab#1234567890");

    public Task<Figures> MeasureAsync(int clients) =>
        Measure.FiguresAsync(2L * RemoteRun.Pings * clients, () => new SocketEcho(Write, Read).PlayAsync(clients, RemoteRun.Pings));

    private void Write(IBufferWriter<byte> output) =>
        FrameCodec.Write(output, EnvelopeFrame.Write(_recipient, _sender, _serializer.ToBinary(Hit), _serializer.Identifier, _serializer.Manifest(Hit)).Span);

    private void Read(ReadOnlySequence<byte> frame)
    {
        var content = UnsafeByteOperations.UnsafeWrap(frame.ToArray());
        if (!EnvelopeFrame.TryRead(content.Span, out var envelope)
            || _serializer.FromBinary(envelope.Message.ToArray(), _serializer.Manifest(Hit)) is not string { Length: 3 })
            throw new InvalidOperationException("what was written is not what was read");
    }
}
