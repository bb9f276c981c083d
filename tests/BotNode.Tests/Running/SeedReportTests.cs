using BotNode.Nodes;
using BotNode.Running;
using Chatroom.Actors;

namespace BotNode.Tests.Running;

public sealed class SeedReportTests
{
    private static readonly TranscriptHeader Header = new("test", "", 7, ["Felix"], new RoomSettings(), "botnode");
    private static readonly RoomEvent[] Conversation = [new Opened(1, 0, "chatroom", "test", 7, ["Felix"], 1), new Closed(2, 0, CloseReason.Stopped)];

    private readonly SeedReport _report = new();

    [Fact]
    public void The_first_line_holds_the_address()
    {
        Assert.Null(_report.Take("""{"address":"akka.tcp://Chatroom@127.0.0.1:1"}""", out var happened));

        Assert.Equal(new RoomAddress("127.0.0.1", 1), _report.Address);
        Assert.Null(happened);
    }

    [Fact]
    public void A_first_line_that_holds_none_is_told()
    {
        Assert.Equal("The seed node does not begin with its address but with: Hello", _report.Take("Hello", out _));
        Assert.Null(_report.Address);
    }

    [Fact]
    public void Each_event_is_told_and_the_whole_transcript_at_its_end()
    {
        List<RoomEvent?> told = [];
        foreach (var line in Lines())
        {
            Assert.Null(_report.Transcript);
            Assert.Null(_report.Take(line, out var happened));
            told.Add(happened);
        }

        Assert.Equal([null, null, .. Conversation, null], told);
        Assert.Equal(Conversation, _report.Events);
        Assert.Equal((Header, [.. Conversation]), (_report.Transcript!.Header, _report.Transcript.Events));
    }

    [Fact]
    public void The_room_has_closed_when_that_was_told()
    {
        var lines = Lines();

        lines[..3].ForEach(line => _report.Take(line, out _));
        Assert.False(_report.HasClosed);
        _report.Take(lines[3], out _);
        Assert.True(_report.HasClosed);
    }

    [Fact]
    public void A_line_that_does_not_follow_is_told()
    {
        var lines = Lines();
        _report.Take(lines[0], out _);

        Assert.StartsWith("what the seed node says: line 1 was changed", _report.Take(lines[2], out var happened), StringComparison.Ordinal);
        Assert.Null(happened);
    }

    // The address, the header, an event each, and the last line.
    private static List<string> Lines()
    {
        var text = new StringWriter();
        var writer = new TranscriptWriter(text, Header);
        foreach (var happened in Conversation)
            writer.Write(happened);
        return [new RoomAddress("127.0.0.1", 1).ToJson(), .. text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
