namespace Akka.Actor;

/// <summary>What a supervisor does with a child that failed.</summary>
public enum Directive
{
    /// <summary>Lets it go on with its next message, keeping its state.</summary>
    Resume = 0,

    /// <summary>Makes a new instance, which goes on with the next message.</summary>
    Restart = 1,

    /// <summary>Fails itself, so that its own supervisor decides.</summary>
    Escalate = 2,

    /// <summary>Stops it.</summary>
    Stop = 3,
}
