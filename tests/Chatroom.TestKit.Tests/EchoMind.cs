using Chatroom.Actors;

namespace Chatroom.TestKit.Tests;

/// <summary>Agrees with whoever spoke last.</summary>
/// <param name="whenFirst">What it says when nobody spoke before; null if it does not think of that, and fails.</param>
internal sealed class EchoMind(string? whenFirst) : IMind
{
    private readonly List<string> _heard = [];

    public void Hear(RoomEvent happened)
    {
        if (happened is Said said)
        {
            _heard.Add(said.Name);
        }
    }

    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(_heard.Count == 0 && whenFirst is not null ? whenFirst : $"I'm with {_heard[^1]}.");
}
