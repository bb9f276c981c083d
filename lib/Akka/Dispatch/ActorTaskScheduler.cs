using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>Runs the pieces of an actor's asynchronous handlers in the actor, one at a time.</summary>
public class ActorTaskScheduler : TaskScheduler
{
    private readonly ActorCell _cell;
    private IActorRef? _sender;

    internal ActorTaskScheduler(ActorCell cell) => _cell = cell;

    /// <summary>The message whose handler is running, or null.</summary>
    public object? CurrentMessage { get; private set; }

    /// <inheritdoc />
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>How many handlers wait for something; only the actor's thread looks.</summary>
    internal int Pending { get; private set; }

    /// <summary>Runs an action in the current actor; awaits of async void code in it come back into the actor.</summary>
    public static void RunTask(Action action) =>
        RunTask(() =>
        {
            action();
            return Task.CompletedTask;
        });

    /// <summary>Runs asynchronous code in the current actor, which processes no other message until it is done.</summary>
    /// <exception cref="InvalidOperationException">No actor runs on this thread.</exception>
    public static void RunTask(Func<Task> asyncAction)
    {
        var cell = ActorCell.Current
            ?? throw new InvalidOperationException("No actor runs on this thread; RunTask is for an actor's own code.");
        cell.TaskScheduler.Run(asyncAction);
    }

    private void Run(Func<Task> asyncAction)
    {
        Pending++;
        _cell.Mailbox.Suspend();
        CurrentMessage = _cell.CurrentMessage;
        _sender = _cell.Sender;
        Task.Factory.StartNew(asyncAction, CancellationToken.None, TaskCreationOptions.None, this)
            .Unwrap()
            .ContinueWith(Done, CancellationToken.None, TaskContinuationOptions.None, this);
    }

    private void Done(Task task)
    {
        var failure = task.IsCanceled
            ? new TaskCanceledException(task)
            : task.Exception is { } all ? (all.InnerExceptions.Count == 1 ? all.InnerExceptions[0] : all) : null;
        if (failure is null)
        {
            Pending--;
            _cell.Dispatcher.Resume(_cell);
            _cell.CheckReceiveTimeout();
        }
        else
        {
            // The mailbox stays suspended until the failure is handled, so that no message gets in between.
            _cell.SendSystemMessage(new ActorTaskFailure(failure, CurrentMessage, _sender));
        }
        if (Pending == 0)
            CurrentMessage = null;
    }

    /// <summary>Called when the failure of a handler is about to be handled.</summary>
    internal void FailureArrived()
    {
        Pending--;
        _cell.Mailbox.Resume();
    }

    /// <summary>Runs a piece that was sent to the actor.</summary>
    internal void ExecuteTask(Task task)
    {
        _cell.RestoreMessage(CurrentMessage, _sender);
        ExecuteHere(task);
    }

    /// <inheritdoc />
    protected override void QueueTask(Task task)
    {
        if (InActor && (task.CreationOptions & TaskCreationOptions.LongRunning) == 0)
            ExecuteHere(task);
        else
            _cell.SendSystemMessage(new ActorTask(task));
    }

    /// <inheritdoc />
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && InActor && ExecuteHere(task);

    /// <inheritdoc />
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    /// <summary>Called before a piece runs.</summary>
    protected virtual void OnBeforeTaskStarted()
    {
    }

    /// <summary>Called after a piece has run.</summary>
    protected virtual void OnAfterTaskCompleted()
    {
    }

    private bool InActor => ReferenceEquals(ActorCell.Current, _cell);

    private bool ExecuteHere(Task task)
    {
        // An await prefers the synchronization context, if there is one, to this scheduler.
        var context = SynchronizationContext.Current;
        if (context is not null)
            SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            OnBeforeTaskStarted();
            return TryExecuteTask(task);
        }
        finally
        {
            OnAfterTaskCompleted();
            if (context is not null)
                SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
