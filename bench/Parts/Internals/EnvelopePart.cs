using System.Text;
using Akka.Remote.Wire;
using BenchmarkDotNet.Attributes;
using Google.Protobuf;

namespace Parts.Internals;

/// <summary>The frame of a "hit": as it is written and read, and by the generated code, which all other frames take.</summary>
public class EnvelopePart
{
    private const string Manifest = "System.String, System.Private.CoreLib";

    private readonly byte[] _recipient = EnvelopeFrame.Path("akka.tcp://there@127.0.0.1:40000/user/echo-10#1234567890");
    private readonly byte[] _sender = EnvelopeFrame.Path("akka.tcp://here@127.0.0.1:40001/user/$ab#1234567890");
    private readonly byte[] _message = Encoding.UTF8.GetBytes("hit");
    private readonly ByteString _frame;

    /// <summary>Makes the frame that is read.</summary>
    public EnvelopePart() => _frame = EnvelopeFrame.Write(_recipient, _sender, _message, 17, Manifest);

    /// <summary>Writes a frame.</summary>
    [Benchmark]
    public int Write() => EnvelopeFrame.Write(_recipient, _sender, _message, 17, Manifest).Length;

    /// <summary>Reads a frame.</summary>
    [Benchmark]
    public int Read() => EnvelopeFrame.TryRead(_frame.Span, out var read) ? read.SerializerId : -1;

    /// <summary>Reads a frame by the generated code.</summary>
    [Benchmark]
    public int ReadGenerated() => Pdu.ReadPayload(Pdu.ReadMessage(_frame).Payload).Envelope.Message.SerializerId;
}
