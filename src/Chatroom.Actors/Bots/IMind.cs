namespace Chatroom.Actors;

/// <summary>What a bot thinks with. Write your own to let something else answer: a person, a program, a language model.</summary>
public interface IMind
{
    /// <summary>
    /// Answers a suggestion. Called once a round, on a thread that it must not block; again before it has answered, when it
    /// takes longer than the round lasts.
    /// </summary>
    /// <param name="prompt">Who is asked, and what.</param>
    /// <param name="cancellationToken">Cancelled when the bot stops.</param>
    /// <returns>One line to say, or null to stay silent in this round. A task that fails counts as silence.</returns>
    Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken);
}

/// <summary>What a mind is asked. A mind that depends on nothing else replies the same in every replay.</summary>
/// <param name="Seed">The conversation's seed.</param>
/// <param name="Name">The bot that is asked.</param>
/// <param name="Round">The round, from 1.</param>
/// <param name="Suggestion">What the Host suggested.</param>
public sealed record Prompt(long Seed, string Name, int Round, Suggestion Suggestion);
