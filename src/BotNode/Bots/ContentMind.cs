using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>
/// Answers as whoever of the cast the room has named the bot: a bot that joins without a name learns only then who it is.
/// For a name without a persona it stays silent.
/// </summary>
/// <param name="cast">Everybody it may be.</param>
internal sealed class ContentMind(Content cast) : IMind
{
    /// <inheritdoc />
    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) =>
        cast.Find(prompt.Name) is { } persona
            ? new PersonaMind(persona, cast.Catalogue).ReplyAsync(prompt, cancellationToken)
            : Task.FromResult<string?>(null);

    /// <inheritdoc />
    public TimeSpan ThinkTime(Prompt prompt) =>
        cast.Find(prompt.Name) is { } persona ? new PersonaMind(persona, cast.Catalogue).ThinkTime(prompt) : TimeSpan.Zero;
}
