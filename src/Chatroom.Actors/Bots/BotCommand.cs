namespace Chatroom.Actors;

/// <summary>What a driven bot is told, as messages to its actor.</summary>
internal abstract record BotCommand
{
    /// <summary>Answer this round, now or as soon as it is asked; a null text leaves it to the bot's mind.</summary>
    public sealed record Answer(int Round, string? Text) : BotCommand
    {
        /// <inheritdoc />
        public override string ToString() => FormattableString.Invariant($"Answer {Round}{(Text is null ? "" : $" {MessageText.Quoted(Text)}")}");
    }

    /// <summary>Say Bye now.</summary>
    public sealed record Leave : BotCommand;

    /// <summary>Crash now, and let the room know.</summary>
    public sealed record Crash : BotCommand;
}
