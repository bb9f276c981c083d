using Akka.Actor;
using Akka.Remote.Proto;

namespace Akka.Remote;

/// <summary>An ordinary message on its way out. It is serialized when it is written, so that it can still go to dead letters as it was.</summary>
internal sealed class Outgoing(object message, IActorRef? sender, RemoteActorRef recipient)
{
    internal object Message { get; } = message;

    internal IActorRef? Sender { get; } = sender;

    internal RemoteActorRef Recipient { get; } = recipient;

    /// <summary>The message as bytes, once it was serialized.</summary>
    internal RemoteEnvelope? Envelope { get; set; }
}
