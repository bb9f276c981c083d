using Akka.Actor;

namespace Stress.Churn;

/// <summary>
/// Whom one actor watches, as it should be: kept outside the actor, so that it lives through restarts. Used by that actor only.
/// </summary>
internal sealed class Ledger(Tally tally)
{
    private readonly HashSet<IActorRef> _watched = [];

    public int Count => _watched.Count;

    /// <summary>Whether the watch is a new one.</summary>
    public bool Watch(IUntypedActorContext context, IActorRef subject)
    {
        if (subject.Equals(context.Self) || !_watched.Add(subject))
            return false;
        tally.CountWatch();
        context.Watch(subject);
        return true;
    }

    /// <summary>Whether there was a watch to take back.</summary>
    public bool Unwatch(IUntypedActorContext context, IActorRef subject)
    {
        context.Unwatch(subject);
        return _watched.Remove(subject);
    }

    /// <summary>Whether the notice is the one that was due.</summary>
    public bool Take(Terminated notice)
    {
        var due = _watched.Remove(notice.ActorRef);
        if (due)
            tally.CountTerminated();
        else
            tally.CountTerminatedWrongly();
        return due;
    }
}
