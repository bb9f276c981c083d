using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>
/// Answers as the persona whose name the room has given to the bot: a bot that joins without a name learns only then who it is.
/// For a name without a persona it stays silent.
/// </summary>
/// <param name="content">Holds the personas.</param>
internal sealed class ContentMind(Content content) : IMind
{
    /// <inheritdoc />
    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) =>
        content.Find(prompt.Name) is { } persona
            ? new PersonaMind(persona, content.Catalogue).ReplyAsync(prompt, cancellationToken)
            : Task.FromResult<string?>(null);

    /// <inheritdoc />
    public TimeSpan ThinkTime(Prompt prompt) =>
        content.Find(prompt.Name) is { } persona ? new PersonaMind(persona, content.Catalogue).ThinkTime(prompt) : TimeSpan.Zero;
}
