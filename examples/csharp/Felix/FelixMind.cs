using Chatroom.Actors;

namespace Felix;

/// <summary>Agrees with whoever spoke last.</summary>
public sealed class FelixMind : IMind
{
    private string? _last;

    public void Hear(RoomEvent happened)
    {
        if (happened is Said said)
        {
            _last = said.Name;
        }
    }

    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(_last is null ? $"{prompt.Suggestion.What}? Why not." : $"I'm with {_last}.");
}
