namespace Chatroom.Actors;

/// <summary>What goes wrong in a simulation, and when: docs/simulation.md.</summary>
/// <param name="At">When it begins, since the seed node started.</param>
internal abstract record Fault(TimeSpan At)
{
    /// <summary>When all is as it was before.</summary>
    public abstract TimeSpan End { get; }

    /// <summary>Connections between a bot and the seed node are reset.</summary>
    public sealed record Cut(TimeSpan At, string Bot) : Fault(At)
    {
        public override TimeSpan End => At;
    }

    /// <summary>Nothing gets through for a while.</summary>
    /// <param name="At">When it begins.</param>
    /// <param name="Bot">Between this bot and the seed node.</param>
    /// <param name="For">How long.</param>
    /// <param name="Way">In which direction.</param>
    public sealed record Block(TimeSpan At, string Bot, TimeSpan For, FaultWay Way) : Fault(At)
    {
        public override TimeSpan End => At + For;
    }

    /// <summary>Everything takes longer for a while, in both directions.</summary>
    /// <param name="At">When it begins.</param>
    /// <param name="Bot">Between this bot and the seed node.</param>
    /// <param name="For">How long.</param>
    /// <param name="Factor">How many times as long.</param>
    public sealed record Slow(TimeSpan At, string Bot, TimeSpan For, int Factor) : Fault(At)
    {
        public override TimeSpan End => At + For;
    }

    /// <summary>For a while, connections that a bot opens to the seed node are refused.</summary>
    public sealed record Refuse(TimeSpan At, string Bot, TimeSpan For) : Fault(At)
    {
        public override TimeSpan End => At + For;
    }

    /// <summary>A process is killed, and started again.</summary>
    /// <param name="At">When it is killed.</param>
    /// <param name="Bot">The bot; null for the seed node.</param>
    /// <param name="RestartAfter">After how long it is started; null if it is not.</param>
    /// <param name="Ending">How its connections end.</param>
    public sealed record Kill(TimeSpan At, string? Bot, TimeSpan? RestartAfter, KillEnding Ending) : Fault(At)
    {
        public override TimeSpan End => At + (RestartAfter ?? TimeSpan.Zero);
    }

    /// <summary>A process is stopped for a while, as by Ctrl-Z.</summary>
    /// <param name="At">When it is stopped.</param>
    /// <param name="Bot">The bot; null for the seed node.</param>
    /// <param name="For">How long.</param>
    public sealed record Pause(TimeSpan At, string? Bot, TimeSpan For) : Fault(At)
    {
        public override TimeSpan End => At + For;
    }
}

/// <summary>In which direction nothing gets through.</summary>
internal enum FaultWay
{
    /// <summary>From the seed node to the bot.</summary>
    ToBot,

    /// <summary>From the bot to the seed node.</summary>
    FromBot,

    /// <summary>In both directions.</summary>
    Both,
}

/// <summary>How the connections of a killed process end.</summary>
internal enum KillEnding
{
    /// <summary>In order, behind what was sent.</summary>
    [Word("closed")]
    Closed,

    /// <summary>At once: what is on its way is lost.</summary>
    [Word("reset")]
    Reset,

    /// <summary>Nobody is told, as when a machine loses its power.</summary>
    [Word("silent")]
    Silent,
}
