using System.Collections;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes messages until the right one comes; fails the test if it does not in time.</summary>
    /// <param name="isMessage">Returns true for the right one.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public object FishForMessage(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishForMessage<object>(isMessage, max, hint, cancellationToken);

    /// <summary>Takes messages until the right one comes; fails the test if it does not in time.</summary>
    /// <typeparam name="T">The message's type; others are dropped.</typeparam>
    /// <param name="isMessage">Returns true for the right one.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T FishForMessage<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(isMessage, null, max, hint, blocking: true, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes messages until the right one comes; fails the test if it does not in time.</summary>
    /// <typeparam name="T">The message's type; others are dropped.</typeparam>
    /// <param name="isMessage">Returns true for the right one.</param>
    /// <param name="allMessages">Gets the messages that were not the right one.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public T FishForMessage<T>(
        Predicate<T> isMessage, ArrayList allMessages, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        Fish(isMessage, allMessages, max, hint, blocking: true, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes messages until the right one comes; fails the test if it does not in time.</summary>
    /// <param name="isMessage">Returns true for the right one.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishForMessageAsync<object>(isMessage, max, hint, cancellationToken);

    /// <summary>Takes messages until the right one comes; fails the test if it does not in time.</summary>
    /// <typeparam name="T">The message's type; others are dropped.</typeparam>
    /// <param name="isMessage">Returns true for the right one.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        new(Fish(isMessage, null, max, hint, blocking: false, cancellationToken));

    /// <summary>Takes messages until the right one comes; fails the test if it does not in time.</summary>
    /// <typeparam name="T">The message's type; others are dropped.</typeparam>
    /// <param name="isMessage">Returns true for the right one.</param>
    /// <param name="allMessages">Gets the messages that were not the right one.</param>
    /// <param name="max">How long to wait, before it is stretched; null for what remains.</param>
    /// <param name="hint">What the message is, for the message of a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, ArrayList allMessages, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        new(Fish(isMessage, allMessages, max, hint, blocking: false, cancellationToken));

    /// <summary>Takes all messages for a time; fails the test if one of a type is among them.</summary>
    /// <typeparam name="T">The type that must not come.</typeparam>
    /// <param name="max">For how long, before it is stretched; null for what remains.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task FishUntilMessageAsync<T>(TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        await foreach (var message in ReceiveEachWhile<object>(
            static message => message, max, null, int.MaxValue, blocking: false, cancellationToken))
            _assertions.AssertFalse(message is T, "{0} came, but no {1} was to come", message, typeof(T));
    }

    /// <summary>Takes messages until none comes for a time.</summary>
    /// <param name="max">The time in which none comes; null for what remains.</param>
    /// <param name="maxMessages">How many may come; the test fails at one more. Null for any number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages that came before.</returns>
    public async Task<ArrayList> WaitForRadioSilenceAsync(
        TimeSpan? max = null, uint? maxMessages = null, CancellationToken cancellationToken = default)
    {
        var messages = new ArrayList();
        while (await ReceiveOneAsync(max, cancellationToken).ConfigureAwait(false) is { } message)
        {
            messages.Add(message);
            _assertions.AssertFalse(messages.Count > maxMessages, "More than {0} messages came before it was silent", maxMessages ?? 0);
        }
        return ArrayList.ReadOnly(messages);
    }

    private async Task<T> Fish<T>(
        Predicate<T> isMessage, ArrayList? others, TimeSpan? max, string hint, bool blocking, CancellationToken cancellation)
    {
        var limit = RemainingOrDilated(max);
        var end = Now + limit;
        while (true)
        {
            var left = end - Now;
            var envelope = await Receive(left > TimeSpan.Zero ? left : TimeSpan.Zero, blocking, cancellation);
            if (envelope is null) throw Failure("No {1} that fits was among what came within {0}{2}", limit, typeof(T), InWords(hint));
            if (envelope.Message is T message && isMessage(message)) return message;
            others?.Add(envelope.Message);
        }
    }
}
