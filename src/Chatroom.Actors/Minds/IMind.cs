namespace Chatroom.Actors;

/// <summary>What a bot thinks with. Write your own to let something else answer: a person, a program, a language model.</summary>
public interface IMind
{
    /// <summary>
    /// Answers a suggestion. Called once a round, on a thread that it must not block. It is called again before it has answered if it
    /// takes longer than the round lasts, and for the same round if the bot has lost its room meanwhile and come back.
    /// </summary>
    /// <param name="prompt">The bot that is asked, and the suggestion.</param>
    /// <param name="cancellationToken">Cancelled when the bot stops.</param>
    /// <returns>One line to say, or null to stay silent in this round. A task that fails counts as silence.</returns>
    Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken);

    /// <summary>
    /// Tells what happened in the room: each event once, in order, from the room's first, and a suggestion before it is asked about it.
    /// Called on the bot's thread, which it must not block. What it throws is dropped.
    /// </summary>
    /// <param name="happened">What happened; what the bot said itself comes back here, too.</param>
    void Hear(RoomEvent happened)
    {
    }

    /// <summary>How long the bot waits with an answer once it has it; asked together with the answer.</summary>
    /// <param name="prompt">The bot that is asked, and the suggestion.</param>
    /// <returns>A time; none without an implementation. <see cref="BotSettings.ThinkTime"/> overrides it.</returns>
    TimeSpan ThinkTime(Prompt prompt) => TimeSpan.Zero;
}

/// <summary>What a mind is asked. A mind that depends on nothing else replies the same in every replay.</summary>
/// <param name="Seed">The conversation's seed.</param>
/// <param name="Name">The bot that is asked.</param>
/// <param name="Round">The round, from 1.</param>
/// <param name="Suggestion">What the Host suggested.</param>
public sealed record Prompt(long Seed, string Name, int Round, Suggestion Suggestion)
{
    /// <summary>How long the room still waits for the answer, as far as the bot knows; null if the room does not say.</summary>
    /// <value>Null.</value>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Whom the bot plays; null if nobody knows.</summary>
    /// <value>Null.</value>
    public PromptPersona? Persona { get; init; }
}
