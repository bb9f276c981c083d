using Akka.Actor;

namespace Stress.Churn;

/// <summary>Counts its messages and does what they say.</summary>
internal sealed class Worker(Places places, Tally tally, Ledger ledger) : UntypedActor
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Work work:
                tally.CountProcessed();
                Do(work);
                break;
            case Terminated notice:
                ledger.Take(notice);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void PostRestart(Exception reason)
    {
        tally.CountRestarted();
        base.PostRestart(reason);
    }

    private void Do(Work work)
    {
        switch (work.Deed)
        {
            case Deed.Nothing:
                break;
            case Deed.PassOn:
                tally.CountSent();
                places[work.Peer].Tell(new Work(Deed.Nothing, 0));
                break;
            case Deed.Stop:
                Context.Stop(Self);
                break;
            case Deed.WatchPeer:
                ledger.Watch(Context, places[work.Peer]);
                break;
            case Deed.UnwatchPeer:
                ledger.Unwatch(Context, places[work.Peer]);
                break;
            default:
                throw new AskedForException(work.Deed);
        }
    }
}
