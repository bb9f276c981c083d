namespace Akka.TestKit.Internal;

/// <summary>What the factory of event filters hands out.</summary>
internal sealed class InternalEventFilterApplier(EventFilterInterceptor interceptor, EventFilterFactory and) : IEventFilterApplier
{
    public EventFilterFactory And { get; } = and;

    public IUnmutableFilter Mute() => interceptor.Mute();

    public void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default) =>
        Intercept(Block(action), null, expectedCount, blocking: true, cancellationToken).GetAwaiter().GetResult();

    public void Expect(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Intercept(Block(action), timeout, expectedCount, blocking: true, cancellationToken).GetAwaiter().GetResult();

    public void ExpectOne(Action action, CancellationToken cancellationToken = default) =>
        Intercept(Block(action), null, 1, blocking: true, cancellationToken).GetAwaiter().GetResult();

    public void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Intercept(Block(action), timeout, 1, blocking: true, cancellationToken).GetAwaiter().GetResult();

    public void Mute(Action action, CancellationToken cancellationToken = default) =>
        Intercept(Block(action), null, null, blocking: true, cancellationToken).GetAwaiter().GetResult();

    public T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default) =>
        Intercept(Block(func), null, expectedCount, blocking: true, cancellationToken).GetAwaiter().GetResult();

    public T Expect<T>(int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Intercept(Block(func), timeout, expectedCount, blocking: true, cancellationToken).GetAwaiter().GetResult();

    public T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default) =>
        Intercept(Block(func), null, 1, blocking: true, cancellationToken).GetAwaiter().GetResult();

    public T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Intercept(Block(func), timeout, 1, blocking: true, cancellationToken).GetAwaiter().GetResult();

    public T Mute<T>(Func<T> func, CancellationToken cancellationToken = default) =>
        Intercept(Block(func), null, null, blocking: true, cancellationToken).GetAwaiter().GetResult();

    public Task ExpectAsync(
        int expectedCount, Func<Task> actionAsync, TimeSpan? timeout, CancellationToken cancellationToken = default) =>
        Intercept(Block(actionAsync), timeout, expectedCount, blocking: false, cancellationToken);

    public Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        Intercept(Block(actionAsync), null, expectedCount, blocking: false, cancellationToken);

    public Task ExpectAsync(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Intercept(Block(action), timeout, expectedCount, blocking: false, cancellationToken);

    public Task ExpectAsync(
        int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        Intercept(Block(action), timeout, expectedCount, blocking: false, cancellationToken);

    public Task<T> ExpectAsync<T>(int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Intercept(func, null, expectedCount, blocking: false, cancellationToken);

    public Task<T> ExpectAsync<T>(
        int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Intercept(func, timeout, expectedCount, blocking: false, cancellationToken);

    public Task ExpectOneAsync(Action action, CancellationToken cancellationToken = default) =>
        Intercept(Block(action), null, 1, blocking: false, cancellationToken);

    public Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        Intercept(Block(actionAsync), null, 1, blocking: false, cancellationToken);

    public Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        Intercept(Block(action), timeout, 1, blocking: false, cancellationToken);

    public Task<T> ExpectOneAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Intercept(func, null, 1, blocking: false, cancellationToken);

    public Task<T> ExpectOneAsync<T>(TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Intercept(func, timeout, 1, blocking: false, cancellationToken);

    public Task MuteAsync(Action action, CancellationToken cancellationToken = default) =>
        Intercept(Block(action), null, null, blocking: false, cancellationToken);

    public Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default) =>
        Intercept(Block(action), null, null, blocking: false, cancellationToken);

    public Task<T> MuteAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Intercept(func, null, null, blocking: false, cancellationToken);

    private static Func<Task<bool>> Block(Action action) => () =>
    {
        action();
        return Task.FromResult(true);
    };

    private static Func<Task<T>> Block<T>(Func<T> func) => () => Task.FromResult(func());

    private static Func<Task<bool>> Block(Func<Task> action) => async () =>
    {
        await action();
        return true;
    };

    private Task<T> Intercept<T>(Func<Task<T>> block, TimeSpan? timeout, int? expected, bool blocking, CancellationToken cancellation) =>
        interceptor.Intercept(block, timeout, expected, blocking, cancellation);
}
