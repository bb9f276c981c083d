namespace Akka.TestKit;

/// <summary>Applies event filters to a block of a test. A wrong number of events fails the test.</summary>
public interface IEventFilterApplier
{
    /// <summary>Adds a further filter: an event counts if either picks it.</summary>
    EventFilterFactory And { get; }

    /// <summary>Hides log events until the result is unmuted or disposed.</summary>
    /// <returns>Shows the events again.</returns>
    IUnmutableFilter Mute();

    /// <summary>Runs a block and expects log events from it.</summary>
    /// <param name="expectedCount">How many events, exactly; with 0 the whole timeout is waited for one.</param>
    /// <param name="action">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects log events from it.</summary>
    /// <param name="expectedCount">How many events, exactly; with 0 the whole timeout is waited for one.</param>
    /// <param name="timeout">How long to wait for the events after the block has ended; without it the filter leeway of the settings.</param>
    /// <param name="action">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    void Expect(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects one log event from it.</summary>
    /// <param name="action">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    void ExpectOne(Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects one log event from it.</summary>
    /// <param name="timeout">How long to wait for the events after the block has ended; without it the filter leeway of the settings.</param>
    /// <param name="action">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and hides log events meanwhile.</summary>
    /// <param name="action">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    void Mute(Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects log events from it.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="expectedCount">How many events, exactly; with 0 the whole timeout is waited for one.</param>
    /// <param name="func">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The block's result.</returns>
    T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects log events from it.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="expectedCount">How many events, exactly; with 0 the whole timeout is waited for one.</param>
    /// <param name="timeout">How long to wait for the events after the block has ended; without it the filter leeway of the settings.</param>
    /// <param name="func">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The block's result.</returns>
    T Expect<T>(int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects one log event from it.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="func">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The block's result.</returns>
    T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects one log event from it.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="timeout">How long to wait for the events after the block has ended; without it the filter leeway of the settings.</param>
    /// <param name="func">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The block's result.</returns>
    T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and hides log events meanwhile.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="func">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The block's result.</returns>
    T Mute<T>(Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects log events from it.</summary>
    /// <param name="expectedCount">How many events, exactly; with 0 the whole timeout is waited for one.</param>
    /// <param name="actionAsync">The block.</param>
    /// <param name="timeout">How long to wait for the events after the block has ended; without it the filter leeway of the settings.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when the events have come.</returns>
    Task ExpectAsync(int expectedCount, Func<Task> actionAsync, TimeSpan? timeout, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects log events from it.</summary>
    /// <param name="expectedCount">How many events, exactly; with 0 the whole timeout is waited for one.</param>
    /// <param name="actionAsync">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when the events have come.</returns>
    Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects log events from it.</summary>
    /// <param name="expectedCount">How many events, exactly; with 0 the whole timeout is waited for one.</param>
    /// <param name="timeout">How long to wait for the events after the block has ended; without it the filter leeway of the settings.</param>
    /// <param name="action">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when the events have come.</returns>
    Task ExpectAsync(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects log events from it.</summary>
    /// <param name="expectedCount">How many events, exactly; with 0 the whole timeout is waited for one.</param>
    /// <param name="timeout">How long to wait for the events after the block has ended; without it the filter leeway of the settings.</param>
    /// <param name="action">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when the events have come.</returns>
    Task ExpectAsync(int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects log events from it.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="expectedCount">How many events, exactly; with 0 the whole timeout is waited for one.</param>
    /// <param name="func">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The block's result, when the events have come.</returns>
    Task<T> ExpectAsync<T>(int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects log events from it.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="expectedCount">How many events, exactly; with 0 the whole timeout is waited for one.</param>
    /// <param name="timeout">How long to wait for the events after the block has ended; without it the filter leeway of the settings.</param>
    /// <param name="func">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The block's result, when the events have come.</returns>
    Task<T> ExpectAsync<T>(int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects one log event from it.</summary>
    /// <param name="action">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when the events have come.</returns>
    Task ExpectOneAsync(Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects one log event from it.</summary>
    /// <param name="actionAsync">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when the events have come.</returns>
    Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects one log event from it.</summary>
    /// <param name="timeout">How long to wait for the events after the block has ended; without it the filter leeway of the settings.</param>
    /// <param name="action">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when the events have come.</returns>
    Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects one log event from it.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="func">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The block's result, when the events have come.</returns>
    Task<T> ExpectOneAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and expects one log event from it.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="timeout">How long to wait for the events after the block has ended; without it the filter leeway of the settings.</param>
    /// <param name="func">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The block's result, when the events have come.</returns>
    Task<T> ExpectOneAsync<T>(TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and hides log events meanwhile.</summary>
    /// <param name="action">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when the events have come.</returns>
    Task MuteAsync(Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and hides log events meanwhile.</summary>
    /// <param name="action">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when the events have come.</returns>
    Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Runs a block and hides log events meanwhile.</summary>
    /// <typeparam name="T">The block's result.</typeparam>
    /// <param name="func">The block.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The block's result, when the events have come.</returns>
    Task<T> MuteAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default);
}
