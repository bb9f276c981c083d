using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The sender of an <c>Ask</c>: the first message it gets completes the task.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
public class FutureActorRef<T> : MinimalActorRef
{
    private readonly TaskCompletionSource<T> _result;

    /// <summary>Makes the reference.</summary>
    /// <param name="result">What the answer completes.</param>
    /// <param name="path">Its path, under <c>/temp</c>.</param>
    /// <param name="provider">The provider of its system.</param>
    public FutureActorRef(TaskCompletionSource<T> result, ActorPath path, IActorRefProvider provider)
    {
        _result = result;
        Path = path;
        Provider = provider;
    }

    /// <inheritdoc />
    public override ActorPath Path { get; }

    /// <inheritdoc />
    public override IActorRefProvider Provider { get; }

    /// <summary>Sends the question, with this reference as its sender.</summary>
    /// <param name="message">The question.</param>
    /// <param name="destination">Whom to ask.</param>
    public virtual void DeliverAsk(object message, ICanTell destination) => destination.Tell(message, this);

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef? sender)
    {
        var taken = message switch
        {
            ISystemMessage => _result.TrySetException(
                new InvalidOperationException($"The system message {message.GetType().Name} is no answer to an Ask.")),
            T answer => _result.TrySetResult(answer),
            null => _result.TrySetResult(default!),
            Status.Failure failure => _result.TrySetException(
                failure.Cause ?? new TaskCanceledException("The asked actor answered with a failure.")),
            _ => _result.TrySetException(
                new ArgumentException($"The answer is a {message.GetType()}, but a {typeof(T)} was asked for.")),
        };
        if (!taken && !_result.Task.IsCanceled && message is not null) Provider.DeadLetters.Tell(message, this);
    }
}
