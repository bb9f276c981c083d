using BotNode.Output;
using BotNode.Seeds;
using Chatroom.Actors;

namespace BotNode.Tests.Seeds;

public sealed class LossObserverTests : IDisposable
{
    private readonly StringWriter _errors = new();

    private Terminal Terminal => new(TextReader.Null, new LastingWriter(TextWriter.Null), new LastingWriter(_errors), IsColoured: false);

    public void Dispose() => _errors.Dispose();

    [Fact]
    public void A_transcript_that_takes_no_more_is_told_once()
    {
        using var file = new LastingWriter(TextWriter.Null, () => throw new IOException("no space"));
        var observer = new LossObserver(file, Terminal, "[red] ");
        file.Sync();

        observer.Happened(new RoundClosed(1, 0, 1, []));
        observer.Happened(new RoundClosed(2, 0, 2, []));

        Assert.Equal($"botnode: [red] The transcript breaks off, while the conversation goes on: no space{Environment.NewLine}", _errors.ToString());
    }

    [Fact]
    public void Nothing_is_told_of_a_transcript_that_is_whole()
    {
        using var file = new LastingWriter(TextWriter.Null);

        new LossObserver(file, Terminal, "").Happened(new RoundClosed(1, 0, 1, []));

        Assert.Empty(_errors.ToString());
    }
}
