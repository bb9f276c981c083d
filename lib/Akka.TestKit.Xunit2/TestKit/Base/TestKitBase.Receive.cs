using System.Runtime.CompilerServices;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Takes the next message.</summary>
    /// <param name="max">How long to wait, not stretched; null for what remains, infinite for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message; null if none came in time.</returns>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Receive(max ?? RemainingOrDefault, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult()?.Message;

    /// <summary>Takes the next message.</summary>
    /// <param name="max">How long to wait, not stretched; null for what remains, infinite for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message; null if none came in time.</returns>
    public async ValueTask<object?> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Receive(max ?? RemainingOrDefault, blocking: false, cancellationToken).ConfigureAwait(false))?.Message;

    /// <summary>Takes the next message with its sender.</summary>
    /// <param name="envelope">The message; <see cref="NullMessageEnvelope"/> if none came in time.</param>
    /// <param name="max">How long to wait, not stretched; null for what remains, infinite for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether one came in time.</returns>
    public bool TryReceiveOne(out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var received = Receive(max ?? RemainingOrDefault, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();
        envelope = received ?? NullMessageEnvelope.Instance;
        return received is not null;
    }

    /// <summary>Takes the next message with its sender.</summary>
    /// <param name="max">How long to wait, not stretched; null for what remains, infinite for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether one came in time, and it; <see cref="NullMessageEnvelope"/> if none came.</returns>
    public async ValueTask<(bool success, MessageEnvelope envelope)> TryReceiveOneAsync(
        TimeSpan? max, CancellationToken cancellationToken = default)
    {
        var received = await Receive(max ?? RemainingOrDefault, blocking: false, cancellationToken).ConfigureAwait(false);
        return (received is not null, received ?? NullMessageEnvelope.Instance);
    }

    /// <summary>Looks at the next message and leaves it for the next expectation.</summary>
    /// <param name="max">How long to wait, not stretched; null for what remains, infinite for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message; null if none came in time.</returns>
    public object? PeekOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Peek(max ?? RemainingOrDefault, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult()?.Message;

    /// <summary>Waits for the next message for ever, looks at it and leaves it for the next expectation.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public object? PeekOne(CancellationToken cancellationToken) => PeekOne(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Looks at the next message and leaves it for the next expectation.</summary>
    /// <param name="max">How long to wait, not stretched; null for what remains, infinite for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message; null if none came in time.</returns>
    public async ValueTask<object?> PeekOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await Peek(max ?? RemainingOrDefault, blocking: false, cancellationToken).ConfigureAwait(false))?.Message;

    /// <summary>Waits for the next message for ever, looks at it and leaves it for the next expectation.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message.</returns>
    public ValueTask<object?> PeekOneAsync(CancellationToken cancellationToken) =>
        PeekOneAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Looks at the next message and its sender and leaves it for the next expectation.</summary>
    /// <param name="envelope">The message; <see cref="NullMessageEnvelope"/> if none came in time.</param>
    /// <param name="max">How long to wait, not stretched; null for what remains, infinite for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether one came in time.</returns>
    public bool TryPeekOne(out MessageEnvelope envelope, TimeSpan? max, CancellationToken cancellationToken)
    {
        var seen = Peek(max ?? RemainingOrDefault, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();
        envelope = seen ?? NullMessageEnvelope.Instance;
        return seen is not null;
    }

    /// <summary>Looks at the next message and its sender and leaves it for the next expectation.</summary>
    /// <param name="max">How long to wait, not stretched; null for what remains, infinite for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether one came in time, and it; <see cref="NullMessageEnvelope"/> if none came.</returns>
    public async ValueTask<(bool success, MessageEnvelope envelope)> TryPeekOneAsync(TimeSpan? max, CancellationToken cancellationToken)
    {
        var seen = await Peek(max ?? RemainingOrDefault, blocking: false, cancellationToken).ConfigureAwait(false);
        return (seen is not null, seen ?? NullMessageEnvelope.Instance);
    }

    /// <summary>Takes a number of messages; fails the test if they don't come in time.</summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came.</returns>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        Collect(ReceiveEach(numberOfMessages, RemainingOrDefault, blocking: true, cancellationToken)).GetAwaiter().GetResult();

    /// <summary>Takes a number of messages; fails the test if they don't come in time.</summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="max">How long to wait for all, before it is stretched.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came.</returns>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        Collect(ReceiveEach(numberOfMessages, Positive(max), blocking: true, cancellationToken)).GetAwaiter().GetResult();

    /// <summary>Takes a number of messages; fails the test if they don't come in time.</summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came; enumerating them is what waits.</returns>
    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, CancellationToken cancellationToken = default) =>
        ReceiveEach(numberOfMessages, RemainingOrDefault, blocking: false, cancellationToken);

    /// <summary>Takes a number of messages; fails the test if they don't come in time.</summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="max">How long to wait for all, before it is stretched.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came; enumerating them is what waits.</returns>
    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        ReceiveEach(numberOfMessages, Positive(max), blocking: false, cancellationToken);

    private static string InWords(string? hint) => string.IsNullOrEmpty(hint) ? "" : $" ({hint})";

    private TimeSpan Positive(TimeSpan max)
    {
        Internal.TimeSpanExtensions.EnsureIsPositiveFinite(max, nameof(max));
        return Dilated(max);
    }

    private async ValueTask<MessageEnvelope?> Receive(TimeSpan limit, bool blocking, CancellationToken cancellation)
    {
        var envelope = await _queue.Take(blocking, limit, cancellation).ConfigureAwait(false);
        _last = envelope ?? NullMessageEnvelope.Instance;
        if (envelope is not null) _lastWasNoMsg = false;
        return envelope;
    }

    private ValueTask<MessageEnvelope?> Peek(TimeSpan limit, bool blocking, CancellationToken cancellation) =>
        _queue.Peek(blocking, limit, cancellation);

    private static async Task<IReadOnlyList<T>> Collect<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items) all.Add(item);
        return all;
    }

    private async IAsyncEnumerable<object> ReceiveEach(
        int count, TimeSpan limit, bool blocking, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var end = Now + limit;
        var received = new List<object>(count);
        while (received.Count < count)
        {
            var left = end - Now;
            var envelope = await Receive(left > TimeSpan.Zero ? left : TimeSpan.Zero, blocking, cancellation);
            if (envelope is null)
                throw Failure("Within {0} only these of {1} messages came: [{2}]", limit, count, string.Join(", ", received));
            received.Add(envelope.Message);
            yield return envelope.Message;
        }
    }

    private InvalidOperationException Failure(string format, params object[] args)
    {
        _assertions.Fail(format, args);
        return new InvalidOperationException("ITestKitAssertions.Fail must throw.");
    }
}
