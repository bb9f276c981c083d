namespace Akka.Actor;

/// <summary>Asks: sends a message and gives the answer as a task.</summary>
public static class Futures
{
    /// <summary>Asks for an answer of any type.</summary>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">How long to wait; <c>akka.actor.ask-timeout</c> if null.</param>
    /// <returns>The answer; faulted with <see cref="AskTimeoutException"/> if there is none in time.</returns>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    /// <summary>Asks for an answer of any type.</summary>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer.</returns>
    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    /// <summary>Asks for an answer of any type.</summary>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">How long to wait; <c>akka.actor.ask-timeout</c> if null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer; faulted with <see cref="AskTimeoutException"/> if there is none in time.</returns>
    public static Task<object> Ask(
        this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    /// <summary>Asks for an answer of a type.</summary>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">How long to wait; <c>akka.actor.ask-timeout</c> if null.</param>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <returns>
    /// The answer; faulted with <see cref="AskTimeoutException"/> if there is none in time, with a
    /// <see cref="Status.Failure"/>'s cause, or with <see cref="ArgumentException"/> if it is of another type.
    /// </returns>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    /// <summary>Asks for an answer of a type.</summary>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <returns>The answer, as of <see cref="Ask{T}(ICanTell, object, TimeSpan?)"/>.</returns>
    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    /// <summary>Asks for an answer of a type.</summary>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">How long to wait; <c>akka.actor.ask-timeout</c> if null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <returns>The answer, as of <see cref="Ask{T}(ICanTell, object, TimeSpan?)"/>.</returns>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<T>(_ => message, timeout, cancellationToken);

    /// <summary>Asks for an answer of a type, with a question that holds the reference to answer to.</summary>
    /// <param name="self">Whom to ask.</param>
    /// <param name="messageFactory">Makes the question from the reference to answer to.</param>
    /// <param name="timeout">How long to wait; <c>akka.actor.ask-timeout</c> if null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <returns>The answer, as of <see cref="Ask{T}(ICanTell, object, TimeSpan?)"/>.</returns>
    /// <exception cref="ArgumentException">Whom to ask does not belong to any actor system.</exception>
    public static Task<T> Ask<T>(
        this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var provider = ProviderOf(self) ?? throw new ArgumentException(
            $"Ask needs an actor reference or a selection of an actor system, not {self.GetType()}.", nameof(self));
        return AskAsync<T>(provider, self, messageFactory, timeout ?? provider.Settings.AskTimeout, cancellationToken);
    }

    private static async Task<T> AskAsync<T>(
        IActorRefProvider provider, ICanTell target, Func<IActorRef, object> messageFactory, TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var future = provider.CreateFutureRef(result);
        var path = future.Path;
        provider.RegisterTempActor(future, path);
        try
        {
            using var cancellation = cancellationToken.Register(() => result.TrySetCanceled(cancellationToken));
            using var deadline = Deadline.After(
                timeout,
                provider.Settings.System.Scheduler,
                () => result.TrySetException(new AskTimeoutException($"{target} did not answer within {timeout}")));
            future.DeliverAsk(messageFactory(future), target);
            return await result.Task.ConfigureAwait(false);
        }
        finally
        {
            provider.UnregisterTempActor(path);
        }
    }

    private static IActorRefProvider? ProviderOf(ICanTell target) => target switch
    {
        _ when ActorCell.Current is { } cell => cell.SystemImpl.Provider,
        ActorSelection selection => ProviderOf(selection.Anchor),
        IInternalActorRef actor => actor.Provider,
        _ => null,
    };
}
