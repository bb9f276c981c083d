namespace Akka.Actor;

/// <summary>An actor could not be made anew in a restart: its constructor or PostRestart threw.</summary>
public class PostRestartException : ActorInitializationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="actor">The actor being restarted.</param>
    /// <param name="cause">What the constructor or PostRestart threw.</param>
    /// <param name="originalCause">Why the actor was being restarted.</param>
    public PostRestartException(IActorRef actor, Exception cause, Exception originalCause)
        : base(actor, $"The restart after a {originalCause?.GetType()} failed too", cause) =>
        OriginalCause = originalCause!;

    /// <summary>Why the actor was being restarted.</summary>
    public Exception OriginalCause { get; }
}
