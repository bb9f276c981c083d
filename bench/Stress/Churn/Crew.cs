using Akka.Actor;

namespace Stress.Churn;

/// <summary>Supervises the workers at some places, and puts a new one where one has ended.</summary>
internal sealed class Crew(Places places, int from, int count, Tally tally, Ledger ledger) : UntypedActor
{
    private readonly Dictionary<IActorRef, int> _places = [];

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
        maxNrOfRetries: -1,
        withinTimeRange: Timeout.InfiniteTimeSpan,
        localOnlyDecider: static cause => (cause as AskedForException)?.Deed switch
        {
            Deed.FailAndResume => Directive.Resume,
            Deed.FailAndStop => Directive.Stop,
            Deed.FailAndRestart => Directive.Restart,
            Deed.FailAndEscalate => Directive.Escalate,
            _ => cause is ActorKilledException ? Directive.Stop : Directive.Escalate,
        });

    protected override void PreStart()
    {
        for (var place = from; place < from + count && !places.Closed; place++)
            Hire(place);
        StopWhenDone();
    }

    // The base stops all workers and watches them no longer; of those that had ended before, the notice may still come.
    protected override void PreRestart(Exception reason, object message)
    {
        foreach (var worker in Context.GetChildren())
            ledger.Unwatch(Context, worker);
        base.PreRestart(reason, message);
        tally.CountCrewRestart();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Terminated notice:
                Replace(notice);
                break;
            case Finish:
                foreach (var worker in Context.GetChildren())
                    Context.Stop(worker);
                StopWhenDone();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Replace(Terminated notice)
    {
        if (!ledger.Take(notice) || !_places.Remove(notice.ActorRef, out var place))
            return;
        if (places.Closed)
        {
            StopWhenDone();
            return;
        }

        Hire(place);
        tally.CountReplaced();
    }

    private void StopWhenDone()
    {
        if (places.Closed && ledger.Count == 0)
            Context.Stop(Self);
    }

    private void Hire(int place)
    {
        var workersLedger = new Ledger(tally);
        var worker = Context.ActorOf(Props.Create(() => new Worker(places, tally, workersLedger)));
        _places.Add(worker, place);
        ledger.Watch(Context, worker);
        places[place] = worker;
    }
}
