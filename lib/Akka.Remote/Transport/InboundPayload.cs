using Akka.Actor;
using Google.Protobuf;

namespace Akka.Remote.Transport;

/// <summary>A whole frame came in.</summary>
public sealed class InboundPayload : INoSerializationVerificationNeeded, IHandleEvent
{
    /// <summary>Tells of a frame with this content, its length prefix taken off.</summary>
    public InboundPayload(ByteString payload) => Payload = payload;

    /// <summary>The frame's content.</summary>
    public ByteString Payload { get; }

    /// <inheritdoc />
    public override string ToString() => $"InboundPayload(size = {Payload.Length} bytes)";
}
