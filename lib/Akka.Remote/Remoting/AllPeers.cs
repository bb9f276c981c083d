namespace Akka.Remote;

/// <summary>What the associations of a system have together.</summary>
internal sealed class AllPeers(RemoteLimits limits)
{
    /// <summary>What their send queues may hold.</summary>
    internal ByteBudget SendQueues { get; } = new(limits.AllSendQueuesBytes);

    /// <summary>What may be kept of system messages that came before their turn.</summary>
    internal ByteBudget Early { get; } = new(limits.AllEarlyBytes);

    /// <summary>What may be kept of system messages that wait to be acknowledged.</summary>
    internal ByteBudget Unacknowledged { get; } = new(limits.AllUnacknowledgedBytes);

    /// <summary>Who may not come back.</summary>
    internal LostIncarnations Lost { get; } = new(limits.RememberedPeers);
}
