namespace ActorSimulation.Turns;

/// <summary>Whose turns these are: a process that may be dead or stopped.</summary>
internal interface ITurnOwner
{
    /// <summary>False when it is dead: its turns and timers are dropped.</summary>
    bool IsUp { get; }

    /// <summary>Until when it does nothing.</summary>
    TimeSpan PausedUntil { get; }
}
