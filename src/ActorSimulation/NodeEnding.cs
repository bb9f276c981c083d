namespace ActorSimulation;

/// <summary>How the process of a node ends, as the others see it.</summary>
public enum NodeEnding
{
    /// <summary>Its machine closes its connections in order, behind what was sent: it exits, or is killed with nothing unread.</summary>
    Closed,

    /// <summary>Its machine resets its connections: what is on its way is lost.</summary>
    Reset,

    /// <summary>Nobody is told: its machine has lost its power or its network.</summary>
    Silent,
}
