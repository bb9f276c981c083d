using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="duration">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(null, duration, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="duration">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(null, duration, hint, blocking: false, cancellationToken);

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="message">What it must equal; collections by their items.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>((actual, _) => AssertEqual(message, actual, hint), timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="message">What it must equal; collections by their items.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>((actual, _) => AssertEqual(message, actual, hint), timeout, hint, blocking: false, cancellationToken);

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="isMessage">Returns true for the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>((actual, _) => AssertPicked(isMessage(actual), actual, hint), timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="isMessage">Returns true for the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>((actual, _) => AssertPicked(isMessage(actual), actual, hint), timeout, hint, blocking: false, cancellationToken);

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="assert">Throws if it is not the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>((actual, _) => assert(actual), timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="assert">Throws if it is not the right message.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>((actual, _) => assert(actual), timeout, hint, blocking: false, cancellationToken);

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="isMessageAndSender">Returns true for the right message and sender.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) => AssertPicked(isMessageAndSender(actual, from), actual, hint), timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="isMessageAndSender">Returns true for the right message and sender.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, from) => AssertPicked(isMessageAndSender(actual, from), actual, hint), timeout, hint, blocking: false, cancellationToken);

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="assertMessageAndSender">Throws if it is not the right message and sender.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(assertMessageAndSender, timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="assertMessageAndSender">Throws if it is not the right message and sender.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect(assertMessageAndSender, timeout, hint, blocking: false, cancellationToken);

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="expected">What it must equal.</param>
    /// <param name="comparer">Returns true if the first, expected, and the second, received, are equal.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, _) => _assertions.AssertEqual(expected, actual, comparer, "{0}", hint ?? ""), timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects the next message; fails the test if it does not come in time or is another one.</summary>
    /// <typeparam name="T">The message's type, or a base of it.</typeparam>
    /// <param name="expected">What it must equal.</param>
    /// <param name="comparer">Returns true if the first, expected, and the second, received, are equal.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(
            (actual, _) => _assertions.AssertEqual(expected, actual, comparer, "{0}", hint ?? ""), timeout, hint, blocking: false, cancellationToken);

    /// <summary>Expects that the next message is the end of an actor that the test watches; fails the test otherwise.</summary>
    /// <param name="target">The actor.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public Terminated ExpectTerminated(
        IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<Terminated>(
            (actual, _) => AssertEqual(target, actual.ActorRef, hint), timeout, hint, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects that the next message is the end of an actor that the test watches; fails the test otherwise.</summary>
    /// <param name="target">The actor.</param>
    /// <param name="timeout">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<Terminated> ExpectTerminatedAsync(
        IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<Terminated>(
            (actual, _) => AssertEqual(target, actual.ActorRef, hint), timeout, hint, blocking: false, cancellationToken);

    private async ValueTask<T> Expect<T>(
        Action<T, IActorRef>? check, TimeSpan? timeout, string? hint, bool blocking, CancellationToken cancellation)
    {
        var limit = RemainingOrDilated(timeout);
        var envelope = await Receive(limit, blocking, cancellation).ConfigureAwait(false);
        if (envelope is null)
        {
            throw Failure("No message came within {0}; a {1} was expected{2}", limit, typeof(T), InWords(hint));
        }

        if (envelope.Message is not T message)
        {
            throw Failure("A {0} was expected, but what came is {1}, a {2}{3}",
                typeof(T), envelope, envelope.Message.GetType(), InWords(hint));
        }

        check?.Invoke(message, envelope.Sender);
        return message;
    }

    private void AssertEqual<T>(T expected, T actual, string? hint) =>
        _assertions.AssertEqual(expected, actual, "{0}", hint ?? "");

    private void AssertPicked<T>(bool picked, T message, string? hint) =>
        _assertions.AssertTrue(
            picked, "{0} came; it is a {1}, but not the one that was expected{2}", message!, typeof(T), InWords(hint));
}
