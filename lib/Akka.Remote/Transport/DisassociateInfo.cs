namespace Akka.Remote.Transport;

/// <summary>Why an association ended.</summary>
public enum DisassociateInfo
{
    /// <summary>No reason given: the connection was lost or closed.</summary>
    Unknown = 0,

    /// <summary>The peer's actor system shuts down.</summary>
    Shutdown = 1,

    /// <summary>The peer has quarantined this actor system.</summary>
    Quarantined = 2,
}
