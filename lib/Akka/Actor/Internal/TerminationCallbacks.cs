using Akka.Dispatch;

namespace Akka.Actor.Internal;

/// <summary>What is to run when an actor system has terminated, last registered first.</summary>
internal sealed class TerminationCallbacks
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private Stack<Action>? _actions = new();

    public Task Done => _done.Task;

    public void Add(Action action)
    {
        lock (_gate)
        {
            if (_actions is null)
                throw new RejectedExecutionException("The actor system has terminated; nothing can be registered for its end any more.");
            _actions.Push(action);
        }
    }

    public void Run(Action<Exception> onFailure, Action lastly)
    {
        Stack<Action> actions;
        lock (_gate)
        {
            actions = _actions ?? new Stack<Action>();
            _actions = null;
        }
        foreach (var action in actions.Append(lastly))
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                onFailure(e);
            }
        }
        _done.TrySetResult();
    }
}
