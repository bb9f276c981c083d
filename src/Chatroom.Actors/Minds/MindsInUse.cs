using System.Collections.Concurrent;

namespace Chatroom.Actors;

/// <summary>The minds of one play, which are disposed of with it.</summary>
/// <param name="minds">Makes them.</param>
internal sealed class MindsInUse(Minds minds) : IAsyncDisposable
{
    private readonly ConcurrentBag<IAsyncDisposable> _made = [];

    /// <summary>A new mind of a bot; null if it thinks as its persona does.</summary>
    public IMind? Of(string name)
    {
        var mind = minds.Of(name);
        if (mind is IAsyncDisposable ends)
        {
            _made.Add(ends);
        }
        return mind;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Task.WhenAll(_made.Select(mind => mind.DisposeAsync().AsTask())).ConfigureAwait(false);
}
