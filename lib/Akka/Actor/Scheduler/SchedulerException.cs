namespace Akka.Actor;

/// <summary>The scheduler cannot take the work, for instance because it was shut down.</summary>
public sealed class SchedulerException : AkkaException
{
    /// <summary>Says what went wrong.</summary>
    /// <param name="message">A sentence.</param>
    public SchedulerException(string message)
        : base(message)
    {
    }
}
