using Google.Protobuf;
using RemoteGuard.Rules;
using RemoteGuard.Wire;

namespace RemoteGuard.Limits;

/// <summary>
/// The input of a connection that may still wait for Akka.Remote or for the actors that get it. A question goes behind it to the
/// recipient of the last message, and is answered when that actor has come so far.
/// </summary>
/// <param name="id">The id of the connection.</param>
/// <param name="limit">How much it may be.</param>
/// <param name="time">The clock.</param>
internal sealed class UnprocessedInput(long id, BacklogLimit limit, TimeProvider time)
{
    /// <summary>The bytes that a message takes in a mailbox besides its own.</summary>
    private const int MessageOverhead = 512;

    private readonly Backlog _backlog = new(limit, time);
    private volatile byte[]? _lastRecipient;

    /// <summary>How many bytes may be waiting.</summary>
    public long Length => _backlog.Length;

    /// <summary>A frame was let in.</summary>
    public BacklogStep Grow(scoped in Frame frame, int bytes, ReadOnlySpan<byte> root)
    {
        if (frame.Kind == FrameKind.Message && frame.Number == Frame.NoNumber)
            NoteRecipient(frame, root);
        return _backlog.Grow(bytes + MessageOverhead);
    }

    /// <summary>The question to put behind it; null when none is to be asked.</summary>
    /// <param name="root">This node's address, as paths begin with it.</param>
    /// <param name="answersTo">The path of the actor that gets the answer.</param>
    public ByteString? Ask(byte[] root, byte[] answersTo) => _backlog.TryAsk(out var position)
        ? OwnFrames.Identify(_lastRecipient ?? [.. root, .. "system/remote-watcher"u8], answersTo, new QuestionId(id, position).ToString())
        : null;

    /// <summary>The question was answered.</summary>
    public void Answer(long position) => _backlog.Answer(position);

    /// <summary>The connection has ended.</summary>
    public void End() => _backlog.End();

    // An actor below /temp is gone when its single answer has come, and then answers no question. The remote watcher is always there.
    private void NoteRecipient(scoped in Frame frame, ReadOnlySpan<byte> root)
    {
        var path = frame.Recipient[root.Length..];
        if (path.StartsWith("user/"u8))
        {
            if (!frame.Recipient.SequenceEqual(_lastRecipient))
                _lastRecipient = frame.Recipient.ToArray();
        }
        else if (path.IsEmpty && FrameRules.TryReadSelection(frame.Payload, out _, out var selected) && selected.StartsWith("user/", StringComparison.Ordinal))
        {
            _lastRecipient = [.. root, .. System.Text.Encoding.ASCII.GetBytes(selected)];
        }
        else
        {
            _lastRecipient = null;
        }
    }
}
