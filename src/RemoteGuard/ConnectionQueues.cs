using Akka.Remote.Transport;
using RemoteGuard.Limits;
using RemoteGuard.Wire;

namespace RemoteGuard;

/// <summary>Keeps the two queues of a connection short: what the peer has not read, and what this node's actors have not worked off.</summary>
/// <param name="connection">The connection, which ends when one of them is too long.</param>
/// <param name="transport">Whose connection it is.</param>
/// <param name="below">Takes the question to the peer.</param>
/// <param name="above">Takes the question to the actors.</param>
internal sealed class ConnectionQueues(GuardConnection connection, GuardTransport transport, AssociationHandle below, EventsAbove above)
{
    private readonly UnreadOutput _unread = new(connection.Id, transport.Unread, transport.Time);
    private readonly UnprocessedInput _unprocessed = new(connection.Id, transport.Unprocessed, transport.Time);

    /// <summary>A frame was sent.</summary>
    public void Sent(int bytes)
    {
        if (_unread.Grow(bytes) is not BacklogStep.None and var step)
            KeepUnreadShort(step);
    }

    /// <summary>A frame was let in.</summary>
    public void Came(scoped in Frame frame, int bytes)
    {
        if (_unprocessed.Grow(frame, bytes, transport.Root) is not BacklogStep.None and var step)
            KeepUnprocessedShort(step);
    }

    /// <summary>Asks what has come out of both, if anything may be left in them.</summary>
    public void Ask()
    {
        AskWhetherItReads();
        AskWhetherActorsFollow();
    }

    /// <summary>An answer of the peer to the question whether it reads has come.</summary>
    public void Read(string answer) => _unread.Answer(answer);

    /// <summary>An actor of this node has come to a question that was put behind all that came until then.</summary>
    public void Processed(long position) => _unprocessed.Answer(position);

    /// <summary>The connection is no more.</summary>
    public void End()
    {
        _unread.End();
        _unprocessed.End();
    }

    private void KeepUnreadShort(BacklogStep step) => KeepShort(
        step, AskWhetherItReads, "it does not read what is sent to it",
        static other => other.Queues._unread.Length, "peers do not read what is sent to them, it least of all");

    private void KeepUnprocessedShort(BacklogStep step) => KeepShort(
        step, AskWhetherActorsFollow, "it sends more than this node's actors work off",
        static other => other.Queues._unprocessed.Length, "peers send more than this node's actors work off, it most of all");

    private void KeepShort(BacklogStep step, Action ask, string tooLong, Func<GuardConnection, long> lengthOf, string allTooLong)
    {
        if (step == BacklogStep.TooLong)
            connection.Close(tooLong);
        else if (step == BacklogStep.AllTooLong)
            transport.CloseLongest(lengthOf, allTooLong);
        else
            ask();
    }

    private void AskWhetherItReads()
    {
        if (connection.Peer is { } peer && _unread.Ask(peer.Root, transport.AnswersTo) is { } question)
            below.Write(question);
    }

    private void AskWhetherActorsFollow()
    {
        if (_unprocessed.Ask(transport.Root, transport.AnswersTo) is { } question)
            above.Pass(new InboundPayload(question));
    }
}
