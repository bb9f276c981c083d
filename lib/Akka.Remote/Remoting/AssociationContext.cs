using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Event;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Akka.Serialization;
using Google.Protobuf;

namespace Akka.Remote;

/// <summary>What an <see cref="Association"/> needs of the system around it.</summary>
internal sealed class AssociationContext(
    ExtendedActorSystem system,
    RemoteSettings settings,
    ILoggingAdapter log,
    Address local,
    long maximumFrameSize,
    InboundDispatcher inbound,
    AllPeers peers,
    Action<RemotingLifecycleEvent> publish,
    Action<Association> connect,
    Action<Association> forget,
    Func<long, bool> tryMakeRoom)
{
    private const int LettersAtOnce = 100;

    private readonly ConditionalWeakTable<IActorRef, byte[]> _senderPaths = [];
    private readonly Information _transport = new(local, system);
    private readonly DropLog _warnings = new(system.Scheduler, text => log.Log(LogLevel.WarningLevel, null!, text), DropLog.Crowd);
    private readonly DropLog _goodbyes = new(system.Scheduler, text => log.Log(LogLevel.InfoLevel, null!, text), DropLog.Crowd);

    internal RemoteSettings Settings { get; } = settings;

    internal IScheduler Scheduler { get; } = system.Scheduler;

    internal long MaximumFrameSize { get; } = maximumFrameSize;

    /// <summary>What it shares with the associations of other peers.</summary>
    internal AllPeers Peers { get; } = peers;

    /// <summary>Begins to connect; the association hears of the end of it.</summary>
    internal void Connect(Association association) => connect(association);

    /// <summary>Whoever asks for this association from now on gets a new one.</summary>
    internal void Forget(Association association) => forget(association);

    /// <summary>Sees to it that a system message of so many bytes can be kept until it is acknowledged. Takes the locks of other associations.</summary>
    internal bool TryMakeRoom(long bytes) => tryMakeRoom(bytes);

    internal void Publish(RemotingLifecycleEvent happened) => publish(happened);

    /// <summary>Whoever watches an actor there, or is watched from there, is told that the system there is gone.</summary>
    internal void TellTerminated(Address remote) => system.EventStream.Publish(new AddressTerminated(remote));

    /// <summary>Whoever is watched from there forgets it, as the node does; whether the system there lives is not known.</summary>
    internal void TellForgotten(Address remote) => system.EventStream.Publish(new AddressTerminated(remote, WatchersOnly: true));

    /// <summary>Warns of what a peer did or what became of it; of a crowd, the first ones are told, and how many there were.</summary>
    internal void Warn(string text) => _warnings.Add(text, static count => $"{count} more times associations failed, were quarantined, or lost system messages");

    /// <summary>Tells of a peer that shut down; of a crowd, as <see cref="Warn"/> does.</summary>
    internal void SayGone(string text) => _goodbyes.Add(text, static count => $"{count} more remote systems have shut down");

    internal void Log(LogLevel level, string text) => log.Log(level, null!, text);

    internal void Deliver(RemoteEnvelope envelope, Address remote, Address localAddress) => inbound.Deliver(new EnvelopeFrame(envelope), remote, localAddress);

    /// <summary>Makes bytes of a message. False: nobody can, which was logged; the message is lost.</summary>
    internal bool TrySerialize(Outgoing outgoing)
    {
        try
        {
            outgoing.Frame = Akka.Serialization.Serialization.Within(_transport, (this, outgoing), static x => x.Item1.Serialize(x.outgoing));
            if (Settings.LogSend && log.IsDebugEnabled)
                log.Debug("RemoteMessage: {0} to [{1}] from [{2}]", outgoing.Message, outgoing.Recipient.Path, outgoing.Sender?.Path);
            return true;
        }
#pragma warning disable CA1031 // A serializer is the program's own code; whatever it throws, one message is lost, not the association.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.Log(LogLevel.ErrorLevel, e, $"Dropped a message of type {outgoing.Message.GetType()} to {outgoing.Recipient.Path}: it can't be serialized: {e.Message}");
            return false;
        }
    }

    private ByteString Serialize(Outgoing outgoing)
    {
        var message = outgoing.Message;
        var serializer = system.Serialization.FindSerializerFor(message);
        var sender = outgoing.Sender is null or Nobody ? null : SenderPath(outgoing.Sender);
        return EnvelopeFrame.Write(
            outgoing.Recipient.WirePath,
            sender,
            serializer.ToBinary(message),
            serializer.Identifier,
            Akka.Serialization.Serialization.ManifestFor(serializer, message));
    }

    /// <summary>An actor that sends much has its path made once.</summary>
    private byte[] SenderPath(IActorRef sender) => sender is RemoteActorRef remote
        ? remote.WirePath
        : _senderPaths.GetValue(sender, static actor => EnvelopeFrame.Path(Akka.Serialization.Serialization.SerializedActorPath(actor)));

    internal void DeadLetter(Outgoing outgoing) =>
        system.DeadLetters.Tell(new DeadLetter(outgoing.Message, outgoing.Sender ?? system.DeadLetters, outgoing.Recipient), outgoing.Sender ?? ActorRefs.NoSender);

    /// <summary>Many take their time, and it may be a timer that dropped them: all other timers would wait.</summary>
    internal void DeadLetter(List<Outgoing> dropped)
    {
        if (dropped.Count > LettersAtOnce)
            _ = Task.Run(() => DeadLetterAll(dropped));
        else
            dropped.ForEach(DeadLetter);
    }

    private void DeadLetterAll(List<Outgoing> dropped)
    {
        try
        {
            dropped.ForEach(DeadLetter);
        }
#pragma warning disable CA1031 // Who listens to dead letters is the program's own; nobody else sees what is thrown here.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.Log(LogLevel.ErrorLevel, e, $"Not all of {dropped.Count} messages became dead letters: {e.Message}");
        }
    }
}
