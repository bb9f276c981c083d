using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Makes the test actor the implicit sender after an await too, on whatever thread the test goes on.</summary>
internal sealed class ActorCellKeepingSynchronizationContext(ActorCell? cell) : SynchronizationContext
{
    private readonly SynchronizationContext? _before = Current;
    private volatile ActorCell? _cell = cell;

    /// <summary>The test is over: whatever the test framework still runs here, the test actor has no part in it.</summary>
    public void Forget()
    {
        if (_cell is not null && ReferenceEquals(ActorCell.Current, _cell)) ActorCell.Current = null;
        _cell = null;
        if (ReferenceEquals(Current, this)) SetSynchronizationContext(_before);
    }

    public override void Post(SendOrPostCallback d, object? state) => ThreadPool.QueueUserWorkItem(_ => Run(d, state));

    public override void Send(SendOrPostCallback d, object? state) => Run(d, state);

    private void Run(SendOrPostCallback callback, object? state)
    {
        var oldContext = Current;
        var oldCell = ActorCell.Current;
        SetSynchronizationContext(this);
        ActorCell.Current = _cell;
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
