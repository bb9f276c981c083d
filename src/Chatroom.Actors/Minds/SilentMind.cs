namespace Chatroom.Actors;

/// <summary>Has nothing to say: for a bot that only says what it is told.</summary>
internal sealed class SilentMind : IMind
{
    public static readonly SilentMind Instance = new();

    /// <inheritdoc />
    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
