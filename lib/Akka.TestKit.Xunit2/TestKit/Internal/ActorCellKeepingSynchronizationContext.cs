using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Makes the test actor the implicit sender after an await too, on whatever thread the test goes on.</summary>
internal sealed class ActorCellKeepingSynchronizationContext(ActorCell? cell) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => ThreadPool.QueueUserWorkItem(_ => Run(d, state));

    public override void Send(SendOrPostCallback d, object? state) => Run(d, state);

    private void Run(SendOrPostCallback callback, object? state)
    {
        var oldContext = Current;
        var oldCell = ActorCell.Current;
        SetSynchronizationContext(this);
        ActorCell.Current = cell;
        try
        {
            callback(state);
        }
        finally
        {
            ActorCell.Current = oldCell;
            SetSynchronizationContext(oldContext);
        }
    }
}
