using BotNode.Output;
using BotNode.Seeds;
using Chatroom.Actors;

namespace BotNode.Tests.Seeds;

public sealed class TranscriptObserverTests
{
    [Fact]
    public void The_transcript_is_flushed_at_every_event_and_brought_to_the_disk_at_the_end_of_every_round()
    {
        var text = new StringWriter();
        var synced = new List<int>();
        int Lines() => text.ToString().Count(c => c == '\n');
        using var file = new LastingWriter(text, () => synced.Add(Lines()));
        var observer = new TranscriptObserver(file, new TranscriptHeader("test", "abc", 7, ["Felix"], new RoomSettings(), "botnode"), past: null);

        RoomEvent[] events =
        [
            new Opened(1, 0, "chatroom", "test", 7, ["Felix"], 1),
            new Joined(2, 1, "Felix", "local"),
            new RoundClosed(3, 2, 1, []),
            new Left(4, 3, "Felix", Leaving.Bye),
            new Closed(5, 4, CloseReason.Completed),
        ];
        for (var at = 0; at < events.Length; at++)
        {
            observer.Happened(events[at]);
            Assert.True(Lines() >= at + 2, $"event {at + 1} was not flushed");
        }

        Assert.Equal([4, 7], synced); // With the header and the last line.
    }
}
