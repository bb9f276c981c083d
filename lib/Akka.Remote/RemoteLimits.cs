namespace Akka.Remote;

/// <summary>What strangers and slow peers may cost: the section <c>akka.remote.limits</c>.</summary>
/// <param name="HalfOpenConnections">How many connections may be open to us, and how many to others, whose peers have not said who they are.</param>
/// <param name="SendQueueMessages">How many messages may wait to be written for one peer.</param>
/// <param name="SendQueueBytes">How many bytes they may have in all.</param>
/// <param name="RememberedPeers">How many peers without a connection are remembered.</param>
internal sealed record RemoteLimits(int HalfOpenConnections, int SendQueueMessages, long SendQueueBytes, int RememberedPeers)
{
    internal static RemoteLimits Read(SettingsReader limits) => new(
        limits.Number("half-open-connections", 1),
        limits.Number("send-queue-messages", 1),
        limits.Size("send-queue-bytes", 1 << 20, long.MaxValue),
        limits.Number("remembered-peers", 1));
}
