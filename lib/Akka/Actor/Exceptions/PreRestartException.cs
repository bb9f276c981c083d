namespace Akka.Actor;

/// <summary>PreRestart threw; the restart goes on all the same.</summary>
public class PreRestartException : ActorInitializationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="actor">The actor being restarted.</param>
    /// <param name="restartException">What PreRestart threw.</param>
    /// <param name="cause">Why the actor was being restarted.</param>
    /// <param name="optionalMessage">The message that it failed on, or null.</param>
    public PreRestartException(IActorRef actor, Exception restartException, Exception cause, object? optionalMessage)
        : base(
            actor,
            $"PreRestart threw {restartException.GetType()}, called for {cause?.GetType()} at message {optionalMessage ?? "none"}",
            restartException)
    {
        RestartException = restartException;
        OptionalMessage = optionalMessage;
    }

    /// <summary>What PreRestart threw.</summary>
    public Exception RestartException { get; }

    /// <summary>The message that the actor failed on, or null.</summary>
    public object? OptionalMessage { get; }
}
