namespace Akka.Dispatch;

/// <summary>The threads of a dispatcher.</summary>
public abstract class ExecutorService
{
    /// <summary>Called by subclasses.</summary>
    protected ExecutorService(string id) => Id = id;

    /// <summary>The dispatcher's configuration path.</summary>
    public string Id { get; }

    /// <summary>Gives something to a thread.</summary>
    /// <exception cref="RejectedExecutionException">The threads were let go.</exception>
    public abstract void Execute(IRunnable run);

    /// <summary>Lets the threads go.</summary>
    public abstract void Shutdown();
}

/// <summary>Makes the threads of a dispatcher.</summary>
public abstract class ExecutorServiceFactory
{
    /// <summary>Makes the threads of the dispatcher with that configuration path.</summary>
    public abstract ExecutorService Produce(string id);
}
