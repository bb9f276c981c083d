namespace Akka.Remote;

/// <summary>What strangers and slow peers may cost: the section <c>akka.remote.limits</c>.</summary>
/// <param name="HalfOpenConnections">
/// How many connections may be open to us, and how many to others, whose peers have not said who they are. As many again may be about
/// to be opened to others, and as many of those that others open may be in their TLS handshakes.
/// </param>
/// <param name="SendQueueMessages">How many messages may wait to be written for one peer.</param>
/// <param name="SendQueueBytes">How many bytes they may have in all.</param>
/// <param name="AllSendQueuesBytes">How many bytes may wait to be written for all peers together, beside what each connection has taken already.</param>
/// <param name="AllEarlyBytes">How many bytes of system messages that came before their turn are kept for all peers together.</param>
/// <param name="AllUnacknowledgedBytes">How many bytes of system messages that are not acknowledged are kept for all peers together.</param>
/// <param name="RememberedPeers">How many peers without a connection are remembered.</param>
internal sealed record RemoteLimits(
    int HalfOpenConnections,
    int SendQueueMessages,
    long SendQueueBytes,
    long AllSendQueuesBytes,
    long AllEarlyBytes,
    long AllUnacknowledgedBytes,
    int RememberedPeers)
{
    internal static RemoteLimits Read(SettingsReader limits) => new(
        limits.Number("half-open-connections", 1),
        limits.Number("send-queue-messages", 1),
        limits.Size("send-queue-bytes", 1 << 20, long.MaxValue),
        limits.Size("all-send-queues-bytes", 1 << 20, long.MaxValue),
        limits.Size("all-early-bytes", 1 << 20, long.MaxValue),
        limits.Size("all-unacknowledged-bytes", 1 << 20, long.MaxValue),
        limits.Number("remembered-peers", 1));
}
