using Akka.Actor;
using Akka.Event;

namespace Akka.Remote.Transport;

/// <summary>A connection is over; nothing more comes in on it.</summary>
public sealed class Disassociated : INoSerializationVerificationNeeded, IDeadLetterSuppression, IHandleEvent
{
    /// <summary>Tells of an end of the given kind.</summary>
    public Disassociated(DisassociateInfo info) => Info = info;

    /// <summary>Why it ended, as far as the peer said.</summary>
    internal DisassociateInfo Info { get; }
}
