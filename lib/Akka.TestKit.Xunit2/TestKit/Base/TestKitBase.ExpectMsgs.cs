namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Expects that the next message equals one of several.</summary>
    /// <typeparam name="T">The messages' type.</typeparam>
    /// <param name="messages">The several.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAny(messages, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects that the next message equals one of several.</summary>
    /// <typeparam name="T">The messages' type.</typeparam>
    /// <param name="messages">The several.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAnyOfAsync<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAny(messages, blocking: false, cancellationToken);

    /// <summary>Expects as many messages as are given, and that they are these, in any order.</summary>
    /// <typeparam name="T">The messages' type.</typeparam>
    /// <param name="messages">The messages.</param>
    /// <returns>The messages, as they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) => ExpectMsgAllOf(messages, CancellationToken.None);

    /// <summary>Expects as many messages as are given, and that they are these, in any order.</summary>
    /// <typeparam name="T">The messages' type.</typeparam>
    /// <param name="max">How long to wait for all, before it is stretched.</param>
    /// <param name="messages">The messages.</param>
    /// <returns>The messages, as they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages) =>
        ExpectMsgAllOf(max, messages, CancellationToken.None);

    /// <summary>Expects as many messages as are given, and that they are these, in any order.</summary>
    /// <typeparam name="T">The messages' type.</typeparam>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAll(messages, RemainingOrDefault, blocking: true, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects as many messages as are given, and that they are these, in any order.</summary>
    /// <typeparam name="T">The messages' type.</typeparam>
    /// <param name="max">How long to wait for all, before it is stretched.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        ExpectAll(messages, Dilated(max), blocking: true, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects as many messages as are given, and that they are these, in any order.</summary>
    /// <typeparam name="T">The messages' type.</typeparam>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came; enumerating them is what waits.</returns>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        Enumerate(() => ExpectAll(messages, RemainingOrDefault, blocking: false, cancellationToken));

    /// <summary>Expects as many messages as are given, and that they are these, in any order.</summary>
    /// <typeparam name="T">The messages' type.</typeparam>
    /// <param name="max">How long to wait for all, before it is stretched.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came; enumerating them is what waits.</returns>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        Enumerate(() => ExpectAll(messages, Dilated(max), blocking: false, cancellationToken));

    private static async IAsyncEnumerable<T> Enumerate<T>(Func<Task<IReadOnlyList<T>>> all)
    {
        foreach (var item in await all().ConfigureAwait(false)) yield return item;
    }

    private async ValueTask<T> ExpectAny<T>(IEnumerable<T> messages, bool blocking, CancellationToken cancellation)
    {
        var wanted = messages.ToList();
        var limit = RemainingOrDefault;
        var envelope = await Receive(limit, blocking, cancellation).ConfigureAwait(false);
        if (envelope is null)
            throw Failure("Nothing came within {0}; one of [{1}] was expected", limit, string.Join(", ", wanted));
        if (envelope.Message is not T message || !wanted.Contains(message))
            throw Failure("{0} came; one of [{1}] was expected", envelope, string.Join(", ", wanted));
        return message;
    }

    private async Task<IReadOnlyList<T>> ExpectAll<T>(
        IReadOnlyCollection<T> messages, TimeSpan limit, bool blocking, CancellationToken cancellation)
    {
        var received = await Collect(ReceiveEach(messages.Count, limit, blocking, cancellation));
        var missing = messages.Where(message => !received.Contains(message!)).Cast<object?>().ToList();
        var unexpected = received.Where(message => message is not T typed || !messages.Contains(typed)).ToList();
        if (missing.Count > 0 || unexpected.Count > 0)
            throw Failure("These did not come: [{0}]. These came instead: [{1}]", string.Join(", ", missing), string.Join(", ", unexpected));
        return [.. received.Cast<T>()];
    }
}
