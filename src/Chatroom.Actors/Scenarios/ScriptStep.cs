namespace Chatroom.Actors;

/// <summary>One step of a script. A step is done when its effect is seen, and then the next begins.</summary>
internal abstract record ScriptStep
{
    /// <summary>How long it is held back once nothing else holds it.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>The earliest time after the opening of the room at which it is done.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>What the bot no longer does by itself if a script has this step; null for nothing.</summary>
    public abstract TakenOver? TakesOver { get; }

    /// <summary>False for a step that says only what a bot doesn't do, or what to wait for: a script may end with it undone.</summary>
    public virtual bool IsAction => true;

    /// <summary>A bot node starts and joins.</summary>
    public sealed record Join(string Name) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => new(Name, BotPart.Joining);
    }

    /// <summary>A bot node starts, wants to join (a null name: any), and must be refused.</summary>
    public sealed record RefusedJoin(string? Name, RefusalReason Refused) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => null;
    }

    /// <summary>
    /// A bot answers the round; a null text leaves it to its persona. A late answer waits until <c>Round</c> is over; without a
    /// <c>Round</c>, until the last round that the bot let go by is over.
    /// </summary>
    public sealed record Answer(string Name, string? Text = null, bool Late = false, int? Round = null) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => new(Name, BotPart.Answering);
    }

    /// <summary>A bot says Bye, once the last round is over.</summary>
    public sealed record Leave(string Name) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => new(Name, BotPart.Leaving);
    }

    /// <summary>A bot says Bye right now.</summary>
    public sealed record WalkOut(string Name) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => new(Name, BotPart.Leaving);
    }

    /// <summary>A bot node dies without a word.</summary>
    public sealed record Crash(string Name) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => null;
    }

    /// <summary>From now on everything that a bot says, or is told, is lost.</summary>
    public sealed record Disconnect(string Name) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => new(Name, BotPart.Connection);
    }

    /// <summary>A bot hears and is heard again.</summary>
    public sealed record Reconnect(string Name) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => null;
    }

    /// <summary>Time passes.</summary>
    public sealed record Wait(TimeSpan Span) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => null;
    }

    /// <summary>Nothing is done until this round is over.</summary>
    public sealed record RoundOver(int Round) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => null;

        /// <inheritdoc />
        public override bool IsAction => false;
    }

    /// <summary>A bot never joins by itself.</summary>
    public sealed record Absent(string Name) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => new(Name, BotPart.Joining);

        /// <inheritdoc />
        public override bool IsAction => false;
    }

    /// <summary>A bot lets a round go by; it never answers by itself.</summary>
    public sealed record Silent(string Name) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => new(Name, BotPart.Answering);

        /// <inheritdoc />
        public override bool IsAction => false;
    }

    /// <summary>A bot never leaves by itself.</summary>
    public sealed record Stay(string Name) : ScriptStep
    {
        /// <inheritdoc />
        public override TakenOver? TakesOver => new(Name, BotPart.Leaving);

        /// <inheritdoc />
        public override bool IsAction => false;
    }
}
