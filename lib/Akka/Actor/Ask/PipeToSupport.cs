namespace Akka.Actor;

/// <summary>Sends a task's result to an actor, so that the actor need not wait for it.</summary>
public static class PipeToSupport
{
    /// <summary>Sends the task's result.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the message.</param>
    /// <param name="sender">Whom the message comes from; nobody if null.</param>
    /// <param name="success">Makes the message from the result; the result itself if null.</param>
    /// <param name="failure">Makes the message from an exception; a <see cref="Status.Failure"/> if null.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>A task that ends when the message is sent; it never fails because of the piped task.</returns>
    public static Task PipeTo<T>(
        this Task<T> taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(new ValueTask<T>(taskToPipe), false, recipient, sender, result => success is null ? result : success(result), failure);

    /// <summary>Sends the task's result.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the message.</param>
    /// <param name="useConfigureAwait">Whether to go on in the context that awaits.</param>
    /// <param name="sender">Whom the message comes from; nobody if null.</param>
    /// <param name="success">Makes the message from the result; the result itself if null.</param>
    /// <param name="failure">Makes the message from an exception; a <see cref="Status.Failure"/> if null.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>A task that ends when the message is sent; it never fails because of the piped task.</returns>
    public static Task PipeTo<T>(
        this Task<T> taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null, Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(new ValueTask<T>(taskToPipe), useConfigureAwait, recipient, sender, result => success is null ? result : success(result), failure);

    /// <summary>Sends a message when the task is done.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the message.</param>
    /// <param name="sender">Whom the message comes from; nobody if null.</param>
    /// <param name="success">Makes the message; none is sent if null.</param>
    /// <param name="failure">Makes the message from an exception; a <see cref="Status.Failure"/> if null.</param>
    /// <returns>A task that ends when the message is sent; it never fails because of the piped task.</returns>
    public static Task PipeTo(
        this Task taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(WithoutResultAsync(new ValueTask(taskToPipe)), false, recipient, sender, _ => success?.Invoke(), failure);

    /// <summary>Sends a message when the task is done.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the message.</param>
    /// <param name="useConfigureAwait">Whether to go on in the context that awaits.</param>
    /// <param name="sender">Whom the message comes from; nobody if null.</param>
    /// <param name="success">Makes the message; none is sent if null.</param>
    /// <param name="failure">Makes the message from an exception; a <see cref="Status.Failure"/> if null.</param>
    /// <returns>A task that ends when the message is sent; it never fails because of the piped task.</returns>
    public static Task PipeTo(
        this Task taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null, Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(WithoutResultAsync(new ValueTask(taskToPipe)), useConfigureAwait, recipient, sender, _ => success?.Invoke(), failure);

    /// <summary>Sends the task's result.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the message.</param>
    /// <param name="sender">Whom the message comes from; nobody if null.</param>
    /// <param name="success">Makes the message from the result; the result itself if null.</param>
    /// <param name="failure">Makes the message from an exception; a <see cref="Status.Failure"/> if null.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>A task that ends when the message is sent; it never fails because of the piped task.</returns>
    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(taskToPipe, false, recipient, sender, result => success is null ? result : success(result), failure);

    /// <summary>Sends the task's result.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the message.</param>
    /// <param name="useConfigureAwait">Whether to go on in the context that awaits.</param>
    /// <param name="sender">Whom the message comes from; nobody if null.</param>
    /// <param name="success">Makes the message from the result; the result itself if null.</param>
    /// <param name="failure">Makes the message from an exception; a <see cref="Status.Failure"/> if null.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>A task that ends when the message is sent; it never fails because of the piped task.</returns>
    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null, Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(taskToPipe, useConfigureAwait, recipient, sender, result => success is null ? result : success(result), failure);

    /// <summary>Sends a message when the task is done.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the message.</param>
    /// <param name="sender">Whom the message comes from; nobody if null.</param>
    /// <param name="success">Makes the message; none is sent if null.</param>
    /// <param name="failure">Makes the message from an exception; a <see cref="Status.Failure"/> if null.</param>
    /// <returns>A task that ends when the message is sent; it never fails because of the piped task.</returns>
    public static Task PipeTo(
        this ValueTask taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(WithoutResultAsync(taskToPipe), false, recipient, sender, _ => success?.Invoke(), failure);

    /// <summary>Sends a message when the task is done.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the message.</param>
    /// <param name="useConfigureAwait">Whether to go on in the context that awaits.</param>
    /// <param name="sender">Whom the message comes from; nobody if null.</param>
    /// <param name="success">Makes the message; none is sent if null.</param>
    /// <param name="failure">Makes the message from an exception; a <see cref="Status.Failure"/> if null.</param>
    /// <returns>A task that ends when the message is sent; it never fails because of the piped task.</returns>
    public static Task PipeTo(
        this ValueTask taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null, Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        PipeAsync(WithoutResultAsync(taskToPipe), useConfigureAwait, recipient, sender, _ => success?.Invoke(), failure);

    private static async Task PipeAsync<T>(
        ValueTask<T> task, bool useConfigureAwait, ICanTell recipient, IActorRef? sender, Func<T, object?> success,
        Func<Exception, object>? failure)
    {
        var from = sender ?? ActorRefs.NoSender;
        object? message;
        try
        {
            var result = await task.ConfigureAwait(useConfigureAwait);
            message = success(result);
        }
#pragma warning disable CA1031 // Whatever went wrong is the recipient's to judge.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            message = failure is null ? new Status.Failure(exception) : failure(exception);
        }

        if (message is not null) recipient.Tell(message, from!);
    }

    private static async ValueTask<object?> WithoutResultAsync(ValueTask task)
    {
        await task.ConfigureAwait(false);
        return null;
    }
}
