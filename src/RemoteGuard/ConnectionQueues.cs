using Akka.Remote.Transport;
using RemoteGuard.Limits;
using RemoteGuard.Wire;

namespace RemoteGuard;

/// <summary>Keeps the two queues of a connection short: what the peer has not read, and what this node's actors have not processed.</summary>
/// <param name="connection">The connection; it ends when one of its queues is too long.</param>
/// <param name="transport">The transport of the connection.</param>
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

    /// <summary>Asks what has left both queues, if they may hold anything.</summary>
    public void Ask()
    {
        AskWhetherItReads();
        AskWhetherActorsFollow();
    }

    /// <summary>The peer has answered whether it reads.</summary>
    public void Read(string answer) => _unread.Answer(answer);

    /// <summary>An actor of this node has reached a question that was put behind all input until then.</summary>
    public void Processed(long position) => _unprocessed.Answer(position);

    /// <summary>The connection has ended.</summary>
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
