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
    internal void Deliver(RemoteEnvelope envelope, Address from, Address local)
    {
        var to = envelope.Recipient?.Path ?? string.Empty;
        try
        {
            var recipient = provider.ResolveActorRefWithLocalAddress(to, local);
            if (!recipient.IsLocal)
            {
                Drop(LogLevel.ErrorLevel, $"a message for non-local recipient [{to}] arriving at [{local}]", from);
                return;
            }

            if (envelope.Message is null)
            {
                Drop(LogLevel.WarningLevel, $"an envelope for [{to}] without a message", from);
                return;
            }

            var message = Akka.Serialization.Serialization.WithTransport(
                system, local, () => WireSerialization.FromPayload(system, envelope.Message));
            var sender = envelope.Sender is { Path.Length: > 0 } data
                ? provider.ResolveActorRefWithLocalAddress(data.Path, local)
                : system.DeadLetters;
            if (settings.LogReceive && log.IsDebugEnabled)
                log.Debug("RemoteMessage: {0} to [{1}] from [{2}]", message, to, sender.Path);
            Pass(message, (IInternalActorRef)recipient, sender, from);
        }
#pragma warning disable CA1031 // Serializers are the program's own code and the bytes a stranger's; one message is lost, nothing else.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Drop(LogLevel.WarningLevel, $"a message for [{to}] (serializer {envelope.Message?.SerializerId}, manifest '{envelope.Message?.MessageManifest.ToStringUtf8()}') that can't be read: {e.Message}", from);
        }
    }

    private void Pass(object message, IInternalActorRef recipient, IActorRef sender, Address from)
    {
        switch (message)
        {
            case ISystemMessage system when ConcernsPeer(system, from):
                recipient.SendSystemMessage(system);
                break;
            case ISystemMessage system:
                Drop(LogLevel.WarningLevel, $"{system.GetType().Name} for [{recipient.Path}], which is not for it to send", from);
                break;
            case ActorSelectionMessage selection when MayPass(selection, recipient):
                ActorSelection.DeliverSelection(recipient, sender, selection);
                break;
            case ActorSelectionMessage selection:
                Drop(LogLevel.WarningLevel, $"a selection of {Path(selection)} with {selection.Message.GetType().Name}, which is not taken from outside", from);
                break;
            case IPossiblyHarmful or Kill when settings.UntrustedMode || IsOurs(recipient.Path.Elements):
                Drop(LogLevel.WarningLevel, $"{message.GetType().Name} for [{recipient.Path}], which is not taken from outside", from);
                break;
            default:
                recipient.Tell(message, sender);
                break;
        }
    }

    /// <summary>A peer speaks for its own actors only.</summary>
    private static bool ConcernsPeer(ISystemMessage message, Address from) => message switch
    {
        Watch watch => watch.Watcher.Path.Address == from,
        Unwatch unwatch => unwatch.Watcher.Path.Address == from,
        DeathWatchNotification gone => gone.Actor.Path.Address == from,
        _ => false,
    };

    private bool MayPass(ActorSelectionMessage selection, IInternalActorRef recipient)
    {
        var harmful = selection.Message is IPossiblyHarmful or Kill or ISystemMessage;
        if (settings.UntrustedMode)
            return !harmful && recipient.Equals(provider.RootGuardian) && settings.TrustedSelectionPaths.Contains(Path(selection));

        // PoisonPill through a selection: only by plain names, so that no pattern and no ".." ends at a guardian.
        return !harmful || (selection.Elements.All(element => element is SelectChildName)
            && recipient.Equals(provider.RootGuardian)
            && !IsOurs([.. selection.Elements.Select(element => ((SelectChildName)element).Name)])
            && selection.Message is PoisonPill or Kill);
    }

    /// <summary>The root, the guardians, and all below /system: stopping them is this system's own business.</summary>
    private static bool IsOurs(IReadOnlyList<string> elements) =>
        elements.Count == 0 || elements[0] == "system" || (elements.Count == 1 && elements[0] == "user") || elements[0].Length == 0;

    private static string Path(ActorSelectionMessage selection) => "/" + string.Join('/', selection.Elements.Select(element => element.ToString()));

    private void Drop(LogLevel level, string what, Address from) => log.Log(level, null!, $"Dropped {what}; it came from [{from}]");
}
