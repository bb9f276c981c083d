using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes messages as long as a filter makes something of them; the first it refuses stays for the next expectation.</summary>
    /// <typeparam name="T">What the filter makes.</typeparam>
    /// <param name="filter">Makes a result of a message; null refuses it.</param>
    /// <param name="max">How long to take messages, before it is stretched; null for what remains.</param>
    /// <param name="idle">How long to wait for each message; null for the whole time.</param>
    /// <param name="msgs">How many messages to take at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The results, in order.</returns>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T?> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue,
        CancellationToken cancellationToken = default)
        where T : class =>
        Collect(ReceiveEachWhile(filter, max, idle, msgs, blocking: true, cancellationToken)).GetAwaiter().GetResult();

    /// <summary>Takes messages as long as a filter makes something of them; the first it refuses stays for the next expectation.</summary>
    /// <typeparam name="T">What the filter makes.</typeparam>
    /// <param name="max">How long to take messages, before it is stretched; null for what remains.</param>
    /// <param name="filter">Makes a result of a message; null refuses it.</param>
    /// <param name="msgs">How many messages to take at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The results, in order.</returns>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class =>
        ReceiveWhile(filter, max, null, msgs, cancellationToken);

    /// <summary>Takes messages as long as a filter makes something of them; the first it refuses stays for the next expectation.</summary>
    /// <typeparam name="T">What the filter makes.</typeparam>
    /// <param name="max">How long to take messages, before it is stretched; null for what remains.</param>
    /// <param name="idle">How long to wait for each message; null for the whole time.</param>
    /// <param name="filter">Makes a result of a message; null refuses it.</param>
    /// <param name="msgs">How many messages to take at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The results, in order.</returns>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, TimeSpan? idle, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class =>
        ReceiveWhile(filter, max, idle, msgs, cancellationToken);

    /// <summary>Takes messages as long as a filter makes something of them; the first it refuses stays for the next expectation.</summary>
    /// <typeparam name="T">What the filter makes.</typeparam>
    /// <param name="filter">Makes a result of a message; null refuses it.</param>
    /// <param name="max">How long to take messages, before it is stretched; null for what remains.</param>
    /// <param name="idle">How long to wait for each message; null for the whole time.</param>
    /// <param name="msgs">How many messages to take at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The results, in order, as the messages come.</returns>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Func<object, T?> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue,
        CancellationToken cancellationToken = default)
        where T : class =>
        ReceiveEachWhile(filter, max, idle, msgs, blocking: false, cancellationToken);

    /// <summary>Takes messages as long as a filter makes something of them; the first it refuses stays for the next expectation.</summary>
    /// <typeparam name="T">What the filter makes.</typeparam>
    /// <param name="max">How long to take messages, before it is stretched; null for what remains.</param>
    /// <param name="filter">Makes a result of a message; null refuses it.</param>
    /// <param name="msgs">How many messages to take at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The results, in order, as the messages come.</returns>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class =>
        ReceiveEachWhile(filter, max, null, msgs, blocking: false, cancellationToken);

    /// <summary>Takes messages as long as a filter makes something of them; the first it refuses stays for the next expectation.</summary>
    /// <typeparam name="T">What the filter makes.</typeparam>
    /// <param name="max">How long to take messages, before it is stretched; null for what remains.</param>
    /// <param name="idle">How long to wait for each message; null for the whole time.</param>
    /// <param name="filter">Makes a result of a message; null refuses it.</param>
    /// <param name="msgs">How many messages to take at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The results, in order, as the messages come.</returns>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max, TimeSpan? idle, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
        where T : class =>
        ReceiveEachWhile(filter, max, idle, msgs, blocking: false, cancellationToken);

    /// <summary>Takes messages of a type as long as they fit; the first that does not stays for the next expectation.</summary>
    /// <typeparam name="T">The messages' type.</typeparam>
    /// <param name="shouldContinue">Whether a message fits.</param>
    /// <param name="max">How long to take messages, before it is stretched; null for what remains.</param>
    /// <param name="idle">How long to wait for each message; null for the whole time.</param>
    /// <param name="msgs">How many messages to take at most.</param>
    /// <param name="shouldIgnoreOtherMessageTypes">Whether messages of other types are dropped; else such a one ends it and stays.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, in order.</returns>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Predicate<T> shouldContinue, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true, CancellationToken cancellationToken = default)
        where T : class =>
        Collect(OfType(shouldContinue, max, idle, msgs, shouldIgnoreOtherMessageTypes, blocking: true, cancellationToken)).GetAwaiter().GetResult();

    /// <summary>Takes messages of a type as long as they fit; the first that does not stays for the next expectation.</summary>
    /// <typeparam name="T">The messages' type.</typeparam>
    /// <param name="shouldContinue">Whether a message fits.</param>
    /// <param name="max">How long to take messages, before it is stretched; null for what remains.</param>
    /// <param name="idle">How long to wait for each message; null for the whole time.</param>
    /// <param name="msgs">How many messages to take at most.</param>
    /// <param name="shouldIgnoreOtherMessageTypes">Whether messages of other types are dropped; else such a one ends it and stays.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, in order, as they come.</returns>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Predicate<T> shouldContinue, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true, CancellationToken cancellationToken = default)
        where T : class =>
        OfType(shouldContinue, max, idle, msgs, shouldIgnoreOtherMessageTypes, blocking: false, cancellationToken);

    private async IAsyncEnumerable<T> OfType<T>(
        Predicate<T> fits, TimeSpan? max, TimeSpan? idle, int msgs, bool dropOthers, bool blocking,
        [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        var taken = ReceiveEachWhile<object>(
            message => message is T typed ? (fits(typed) ? typed : null) : (dropOthers ? message : null),
            max, idle, msgs, blocking, cancellation);
        await foreach (var message in taken)
        {
            if (message is T typed) yield return typed;
        }
    }

    private async IAsyncEnumerable<T> ReceiveEachWhile<T>(
        Func<object, T?> filter, TimeSpan? max, TimeSpan? idle, int msgs, bool blocking,
        [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        var end = Now + RemainingOrDilated(max);
        for (var count = 0; count < msgs; count++)
        {
            var left = end - Now;
            var limit = left > TimeSpan.Zero ? left.Min(idle) : TimeSpan.Zero;
            if (await Peek(limit, blocking, cancellation) is not { } envelope || filter(envelope.Message) is not { } result) break;
            await Receive(TimeSpan.Zero, blocking, cancellation);
            yield return result;
        }

        // The time is used up on purpose, so an enclosing Within must not count it.
        _lastWasNoMsg = true;
    }
}
