using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>Threads that were let go were given something to run.</summary>
public class RejectedExecutionException : AkkaException
{
    /// <summary>Makes the exception with a sentence that says what happened.</summary>
    public RejectedExecutionException(string? message = null, Exception? inner = null)
        : base(message, inner)
    {
    }
}
