using System.Text;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Remote.Serialization;
using Akka.Remote.Wire;
using Akka.Serialization;

namespace Akka.Remote;

/// <summary>
/// Takes envelopes from outside to the actors they are for. Whatever it can't read or won't pass on is logged and dropped; it
/// never throws, so no peer can break the connection by a message.
/// </summary>
internal sealed class InboundDispatcher(ExtendedActorSystem system, RemoteActorRefProvider provider, RemoteSettings settings, ILoggingAdapter log)
{
    private const int LinesAtOnce = 10;

    private readonly Manifests _manifests = new();
    private readonly InboundPolicy _policy = new(provider, settings);
    private readonly DropLog _drops = new(system.Scheduler, line => log.Log(LogLevel.WarningLevel, null!, line), LinesAtOnce);

    internal void Deliver(EnvelopeFrame envelope, Address from, Address local)
    {
        try
        {
            var recipient = provider.Resolve(envelope.Recipient);
            if (!recipient.IsLocal)
            {
                Drop($"a message for [{Printable(envelope.Recipient)}], which is not here at [{local}]", from);
                return;
            }

            if (!envelope.HasMessage)
            {
                Drop($"an envelope for [{Printable(envelope.Recipient)}] without a message", from);
                return;
            }

            var message = Akka.Serialization.Serialization.Within(
                Transport(local),
                (system, Id: envelope.SerializerId, Bytes: envelope.Message.ToArray(), Manifest: _manifests.TextOf(envelope.Manifest)),
                static x => WireSerialization.FromPayload(x.system, x.Id, x.Bytes, x.Manifest));
            var sender = envelope.Sender.IsEmpty ? system.DeadLetters : provider.Resolve(envelope.Sender);
            if (settings.LogReceive && log.IsDebugEnabled)
                log.Debug("RemoteMessage: {0} to [{1}] from [{2}]", message, recipient.Path, sender.Path);
            if (_policy.Admits(message, recipient, sender, from))
                Pass(message, recipient, sender);
            else
                Refuse(message, recipient, from);
        }
#pragma warning disable CA1031 // Serializers are the program's own code and the bytes a stranger's; one message is lost, nothing else.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Drop($"a message for [{Printable(envelope.Recipient)}] (serializer {envelope.SerializerId}, manifest '{Printable(envelope.Manifest)}') that can't be read: {PeerText.Printable(e.Message)}", from);
        }
    }

    /// <summary>By what address references in a message are read.</summary>
    private Information Transport(Address local) =>
        provider.SerializationInformation is var own && own.Address == local ? own : new Information(local, system);

    private static string Printable(ReadOnlySpan<byte> text) => PeerText.Printable(Encoding.UTF8.GetString(text));

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
