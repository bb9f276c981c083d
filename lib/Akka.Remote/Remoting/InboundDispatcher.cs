using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Remote.Proto;
using Akka.Remote.Serialization;

namespace Akka.Remote;

/// <summary>
/// Takes envelopes from outside to the actors they are for. Whatever it can't read or won't pass on is logged and dropped; it
/// never throws, so no peer can break the connection by a message.
/// </summary>
internal sealed class InboundDispatcher(ExtendedActorSystem system, IRemoteActorRefProvider provider, RemoteSettings settings, ILoggingAdapter log)
{
    private const int LinesAtOnce = 10;

    private readonly InboundPolicy _policy = new(provider, settings);
    private readonly DropLog _drops = new(system.Scheduler, line => log.Log(LogLevel.WarningLevel, null!, line), LinesAtOnce);

    internal void Deliver(RemoteEnvelope envelope, Address from, Address local)
    {
        var to = envelope.Recipient?.Path ?? string.Empty;
        try
        {
            var recipient = provider.ResolveActorRefWithLocalAddress(to, local);
            if (!recipient.IsLocal)
            {
                Drop($"a message for [{PeerText.Printable(to)}], which is not here at [{local}]", from);
                return;
            }

            if (envelope.Message is null)
            {
                Drop($"an envelope for [{PeerText.Printable(to)}] without a message", from);
                return;
            }

            var message = Akka.Serialization.Serialization.WithTransport(
                system, local, () => WireSerialization.FromPayload(system, envelope.Message));
            var sender = envelope.Sender is { Path.Length: > 0 } data
                ? provider.ResolveActorRefWithLocalAddress(data.Path, local)
                : system.DeadLetters;
            if (settings.LogReceive && log.IsDebugEnabled)
                log.Debug("RemoteMessage: {0} to [{1}] from [{2}]", message, to, sender.Path);
            if (_policy.Admits(message, recipient, sender, from))
                Pass(message, recipient, sender);
            else
                Refuse(message, recipient, from);
        }
#pragma warning disable CA1031 // Serializers are the program's own code and the bytes a stranger's; one message is lost, nothing else.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var manifest = PeerText.Printable(envelope.Message?.MessageManifest.ToStringUtf8() ?? string.Empty);
            Drop($"a message for [{PeerText.Printable(to)}] (serializer {envelope.Message?.SerializerId}, manifest '{manifest}') that can't be read: {PeerText.Printable(e.Message)}", from);
        }
    }

    private static void Pass(object message, IInternalActorRef recipient, IActorRef sender)
    {
        switch (message)
        {
            case Watch watch:
                // The watchee as the message has it: found twice, it may have come to life or died in between.
                watch.Watchee.SendSystemMessage(watch);
                break;
            case ISystemMessage other:
                recipient.SendSystemMessage(other);
                break;
            case ActorSelectionMessage selection:
                ActorSelection.DeliverSelection(recipient, sender, selection);
                break;
            default:
                recipient.Tell(message, sender);
                break;
        }
    }

    private void Refuse(object message, IInternalActorRef recipient, Address from)
    {
        var what = message is ActorSelectionMessage selection
            ? $"a selection of {PeerText.Printable(InboundPolicy.PathOf(selection))} with {selection.Message.GetType().Name}"
            : $"{message.GetType().Name} for [{PeerText.Printable(recipient.Path.ToString())}]";
        Drop($"{what}, which is not taken from outside", from);
    }

    private void Drop(string what, Address from) =>
        _drops.Add($"Dropped {what}; it came from [{from}]", static count => $"Dropped {count} more messages from outside");
}
