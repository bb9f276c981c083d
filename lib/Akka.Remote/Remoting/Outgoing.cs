using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote;

/// <summary>A message on its way out: as bytes, and as it was, so that it can still go to dead letters.</summary>
internal sealed class Outgoing(object message, IActorRef? sender, RemoteActorRef recipient)
{
    internal object Message { get; } = message;

    internal IActorRef? Sender { get; } = sender;

    internal RemoteActorRef Recipient { get; } = recipient;

    /// <summary>The content of a frame with the message alone, once it was serialized.</summary>
    internal ByteString? Frame { get; set; }

    /// <summary>The envelope in that frame, to be numbered or to travel with an acknowledgement.</summary>
    internal RemoteEnvelope ReadEnvelope() => Pdu.ReadPayload(Pdu.ReadMessage(Frame!).Payload).Envelope;
}
