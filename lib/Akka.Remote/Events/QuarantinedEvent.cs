using Akka.Actor;
using Akka.Event;

namespace Akka.Remote;

/// <summary>An incarnation of a node is shut out for good: system messages to it were lost, so its state and ours no longer agree.</summary>
public sealed class QuarantinedEvent : RemotingLifecycleEvent
{
    /// <summary>Tells which incarnation.</summary>
    public QuarantinedEvent(Address address, int uid)
    {
        Address = address;
        Uid = uid;
    }

    /// <summary>The node's address.</summary>
    public Address Address { get; }

    /// <summary>Which of its incarnations; one with another number is welcome.</summary>
    public int Uid { get; }

    /// <inheritdoc />
    public override LogLevel LogLevel() => Event.LogLevel.WarningLevel;

    /// <inheritdoc />
    public override string ToString() =>
        $"Association to [{Address}] having UID [{Uid}] is irrecoverably failed. The UID is now quarantined and all messages to it go to dead letters. Restart that actor system to recover.";
}
