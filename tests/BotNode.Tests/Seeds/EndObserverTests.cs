using BotNode.Seeds;
using Chatroom.Actors;

namespace BotNode.Tests.Seeds;

public sealed class EndObserverTests
{
    private readonly EndObserver _end = new(past: null);

    [Fact]
    public async Task The_reason_is_known_once_the_room_has_closed()
    {
        _end.Happened(new RoundClosed(1, 0, 1, []));
        Assert.False(_end.Ended.IsCompleted);

        _end.Happened(new Closed(2, 0, CloseReason.TimeUp));

        Assert.Equal(CloseReason.TimeUp, await _end.Ended);
    }

    [Fact]
    public async Task The_end_of_a_room_that_broke_fails_with_the_cause()
    {
        _end.Broke(new IOException("no disk"));

        Assert.Equal("no disk", (await Assert.ThrowsAsync<IOException>(() => _end.Ended)).Message);
    }
}
