using Akka.Actor;
using Akka.Event;

namespace Akka.Remote.Transport;

/// <summary>A connection is over; nothing more comes in on it.</summary>
public sealed class Disassociated : INoSerializationVerificationNeeded, IDeadLetterSuppression, IHandleEvent
{
    /// <summary>Tells of an end of the given kind.</summary>
    public Disassociated(DisassociateInfo info) => Info = info;

    /// <summary>Tells of an end whose cause the transport knows, in words for a user.</summary>
    internal Disassociated(DisassociateInfo info, InvalidAssociationException? cause) : this(info) => Cause = cause;

    /// <summary>Why it ended, as far as the peer said.</summary>
    internal DisassociateInfo Info { get; }

    /// <summary>Why it ended, when the transport knows more than that.</summary>
    internal InvalidAssociationException? Cause { get; }
}
