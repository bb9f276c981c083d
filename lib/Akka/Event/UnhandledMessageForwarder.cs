using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs unhandled messages at debug level, for <c>akka.actor.debug.unhandled</c>.</summary>
internal sealed class UnhandledMessageForwarder : ReceiveActor
{
    public UnhandledMessageForwarder() => Receive<UnhandledMessage>(unhandled => Context.System.EventStream.Publish(new Debug(
        unhandled.Recipient.Path.ToString(),
        unhandled.Recipient.GetType(),
        $"Not handled: {unhandled.Message} from {unhandled.Sender}")));
}
