using Akka.Actor;

namespace Stress.Churn;

/// <summary>Watches workers from outside, through restarts of its own.</summary>
internal sealed class Watchman(Tally tally, Ledger ledger) : UntypedActor
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case WatchOne(var worker):
                if (ledger.Watch(Context, worker))
                    tally.PendingChanged(1);
                break;
            case UnwatchOne(var worker):
                if (ledger.Unwatch(Context, worker))
                    tally.PendingChanged(-1);
                break;
            case Terminated notice:
                if (ledger.Take(notice))
                    tally.PendingChanged(-1);
                break;
            case Stumble:
                throw new AskedForException(Deed.FailAndRestart);
            default:
                Unhandled(message);
                break;
        }
    }
}
