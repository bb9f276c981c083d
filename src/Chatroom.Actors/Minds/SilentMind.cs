namespace Chatroom.Actors;

/// <summary>Never answers: for a bot that says only what it is told.</summary>
internal sealed class SilentMind : IMind
{
    public static readonly SilentMind Instance = new();

    /// <inheritdoc />
    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
