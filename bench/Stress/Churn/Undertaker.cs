using Akka.Actor;
using Akka.Event;

namespace Stress.Churn;

/// <summary>Counts the dead letters that are work, and errors that nobody asked for.</summary>
internal sealed class Undertaker(Tally tally) : UntypedActor
{
    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(DeadLetter));
        Context.System.EventStream.Subscribe(Self, typeof(Error));
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case DeadLetter { Message: Work }:
                tally.CountDead();
                break;
            case Error error when error.Cause is not (AskedForException or ActorKilledException):
                tally.CountOtherError(error);
                break;
            default:
                break;
        }
    }
}
