namespace Akka.Dispatch;

/// <summary>Runs an action.</summary>
public sealed class ActionRunnable : IRunnable
{
    private readonly Action _action;

    /// <summary>Wraps an action.</summary>
    public ActionRunnable(Action action) => _action = action;

    /// <summary>Runs it.</summary>
    public void Run() => _action();

    /// <summary>Runs it.</summary>
    public void Execute() => _action();
}
