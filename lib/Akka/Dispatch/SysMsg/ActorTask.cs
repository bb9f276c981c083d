namespace Akka.Dispatch.SysMsg;

/// <summary>Runs a piece of an asynchronous handler in its actor.</summary>
public sealed class ActorTask : SystemMessage
{
    /// <summary>Makes the message.</summary>
    public ActorTask(Task task) => Task = task;

    /// <summary>What to run.</summary>
    public Task Task { get; }
}
