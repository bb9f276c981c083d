using System.Globalization;
using Google.Protobuf;
using RemoteGuard.Wire;

namespace RemoteGuard.Limits;

/// <summary>
/// The output of a connection that the peer may not have read. The transport below queues it without limit. The peer's remote watcher
/// answers a question when it has read all that was sent before; nobody can guess the answer.
/// </summary>
/// <param name="id">The id of the connection.</param>
/// <param name="limit">How much it may be.</param>
/// <param name="time">The clock.</param>
internal sealed class UnreadOutput(long id, BacklogLimit limit, TimeProvider time)
{
    private readonly Backlog _backlog = new(limit, time);
    private volatile Question? _question;

    /// <summary>How many bytes may be unread.</summary>
    public long Length => _backlog.Length;

    /// <summary>Something is sent.</summary>
    public BacklogStep Grow(int bytes) => _backlog.Grow(bytes);

    /// <summary>The question to send; null when none is to be asked.</summary>
    /// <param name="peer">The peer's address, as paths begin with it.</param>
    /// <param name="answersTo">The path of the actor that gets the answer.</param>
    public ByteString? Ask(byte[] peer, byte[] answersTo)
    {
        if (!_backlog.TryAsk(out var position))
            return null;
        var text = string.Create(CultureInfo.InvariantCulture, $"{id} {limit.Secrets.Text()}");
        _question = new Question(text, position);
        return OwnFrames.Identify([.. peer, .. "system/remote-watcher"u8], answersTo, text);
    }

    /// <summary>An answer has come; if it is the right one, what was sent before the question was read.</summary>
    public void Answer(string answer)
    {
        if (_question is not { } question || question.Text != answer)
            return;
        _question = null;
        _backlog.Answer(question.Position);
    }

    /// <summary>The connection has ended.</summary>
    public void End() => _backlog.End();

    private sealed record Question(string Text, long Position);
}
