namespace Akka.Dispatch;

/// <summary>Work that a dispatcher or a scheduler can run, also straight from the thread pool.</summary>
public interface IRunnable : IThreadPoolWorkItem
{
    /// <summary>Does the work once.</summary>
    void Run();
}
