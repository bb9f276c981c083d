using Akka.Actor;

namespace Stress.Churn;

/// <summary>What a worker does with a message, once it has counted it.</summary>
internal enum Deed
{
    Nothing,

    /// <summary>Sends a message to the worker at another place.</summary>
    PassOn,
    Stop,
    FailAndResume,
    FailAndRestart,
    FailAndStop,
    FailAndEscalate,
    WatchPeer,
    UnwatchPeer,
}

/// <summary>One of the messages that are counted.</summary>
internal sealed record Work(Deed Deed, int Peer);

/// <summary>To a watchman: begin to watch the worker that has a place now.</summary>
internal sealed record WatchOne(IActorRef Worker);

/// <summary>To a watchman: watch that one no longer.</summary>
internal sealed record UnwatchOne(IActorRef Worker);

/// <summary>To a watchman: fail, and be restarted.</summary>
internal sealed record Stumble;

/// <summary>To a crew: the run is over, replace nobody any more.</summary>
internal sealed record Finish;

/// <summary>The failure that a worker was asked for.</summary>
internal sealed class AskedForException(Deed deed) : Exception($"asked for: {deed}")
{
    public Deed Deed { get; } = deed;
}
