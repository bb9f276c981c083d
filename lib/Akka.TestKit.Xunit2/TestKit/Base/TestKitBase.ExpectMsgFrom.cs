using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="sender">Who must have sent it.</param>
    /// <param name="duration">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>((_, from) => AssertEqual(sender, from, hint), duration, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="sender">Who must have sent it.</param>
    /// <param name="duration">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>((_, from) => AssertEqual(sender, from, hint), duration, hint, blocking: false, cancellationToken);

    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="sender">Who must have sent it.</param>
    /// <param name="message">What it must equal; collections by their items.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) =>
            {
                AssertEqual(sender, from, hint);
                AssertEqual(message, actual, hint);
            },
            timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="sender">Who must have sent it.</param>
    /// <param name="message">What it must equal; collections by their items.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) =>
            {
                AssertEqual(sender, from, hint);
                AssertEqual(message, actual, hint);
            },
            timeout, hint, blocking: false, cancellationToken);

    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="sender">Who must have sent it.</param>
    /// <param name="isMessage">Returns true for the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) =>
            {
                AssertEqual(sender, from, hint);
                AssertPicked(isMessage(actual), actual, hint);
            },
            timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="sender">Who must have sent it.</param>
    /// <param name="isMessage">Returns true for the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) =>
            {
                AssertEqual(sender, from, hint);
                AssertPicked(isMessage(actual), actual, hint);
            },
            timeout, hint, blocking: false, cancellationToken);

    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="sender">Who must have sent it.</param>
    /// <param name="assertMessage">Throws if it is not the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) =>
            {
                AssertEqual(sender, from, hint);
                assertMessage(actual);
            },
            timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="sender">Who must have sent it.</param>
    /// <param name="assertMessage">Throws if it is not the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) =>
            {
                AssertEqual(sender, from, hint);
                assertMessage(actual);
            },
            timeout, hint, blocking: false, cancellationToken);

    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="isSender">Returns true for the right sender.</param>
    /// <param name="isMessage">Returns true for the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        Predicate<IActorRef> isSender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) =>
            {
                AssertPicked(isSender(from), from, hint);
                AssertPicked(isMessage(actual), actual, hint);
            },
            timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="isSender">Returns true for the right sender.</param>
    /// <param name="isMessage">Returns true for the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        Predicate<IActorRef> isSender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) =>
            {
                AssertPicked(isSender(from), from, hint);
                AssertPicked(isMessage(actual), actual, hint);
            },
            timeout, hint, blocking: false, cancellationToken);

    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="assertSender">Throws if it is not the right sender.</param>
    /// <param name="assertMessage">Throws if it is not the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        Action<IActorRef> assertSender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) =>
            {
                assertSender(from);
                assertMessage(actual);
            },
            timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message, from a certain sender; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="assertSender">Throws if it is not the right sender.</param>
    /// <param name="assertMessage">Throws if it is not the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        Action<IActorRef> assertSender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) =>
            {
                assertSender(from);
                assertMessage(actual);
            },
            timeout, hint, blocking: false, cancellationToken);
}
