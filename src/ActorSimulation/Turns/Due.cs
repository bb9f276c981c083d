using Akka.Actor;

namespace ActorSimulation.Turns;

/// <summary>Something that happens at its time.</summary>
/// <param name="owner">Whose it is; null for the world's own.</param>
/// <param name="run">What happens.</param>
/// <param name="cancelable">Tells that it shall not happen; null if it always does.</param>
/// <param name="interval">After how long it happens again; null for once.</param>
internal sealed class Due(ITurnOwner? owner, Action run, ICancelable? cancelable, TimeSpan? interval)
{
    private bool _isCancelled;

    /// <summary>Whose it is.</summary>
    public ITurnOwner? Owner => owner;

    /// <summary>What happens.</summary>
    public Action Run => run;

    /// <summary>When it is due; its owner may be stopped then, and do it later.</summary>
    public TimeSpan At { get; set; }

    /// <summary>After how long it happens again.</summary>
    public TimeSpan? Interval => interval;

    /// <summary>Whether it still happens.</summary>
    public bool IsOn => !_isCancelled && cancelable is not { IsCancellationRequested: true } && owner is not { IsUp: false };

    /// <summary>It does not happen any more.</summary>
    public void Cancel() => _isCancelled = true;
}
