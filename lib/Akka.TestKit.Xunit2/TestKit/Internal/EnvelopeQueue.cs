using System.Collections.Concurrent;

namespace Akka.TestKit.Internal;

/// <summary>What a test actor got and the test has not yet looked at: many threads add, one takes.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim without a wait handle holds nothing.")]
internal sealed class EnvelopeQueue
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly ConcurrentQueue<MessageEnvelope> _envelopes = new();
    private readonly SemaphoreSlim _available = new(0);

    public bool IsEmpty => _envelopes.IsEmpty;

    public void Add(MessageEnvelope envelope)
    {
        _envelopes.Enqueue(envelope);
        _available.Release();
    }

    /// <summary>Takes the oldest envelope, or null if none comes in time.</summary>
    /// <param name="blocking">Wait on the calling thread; then the task is already completed.</param>
    /// <param name="timeout">How long to wait; endless if infinite, not at all if zero or negative.</param>
    /// <param name="cancellation">Ends the wait with an exception.</param>
    public async ValueTask<MessageEnvelope?> Take(bool blocking, TimeSpan timeout, CancellationToken cancellation) =>
        await WaitForOne(blocking, timeout, cancellation).ConfigureAwait(false) && _envelopes.TryDequeue(out var envelope)
            ? envelope
            : null;

    /// <summary>As <see cref="Take"/>, but leaves the envelope where it is.</summary>
    public async ValueTask<MessageEnvelope?> Peek(bool blocking, TimeSpan timeout, CancellationToken cancellation)
    {
        if (!await WaitForOne(blocking, timeout, cancellation).ConfigureAwait(false)) return null;
        _envelopes.TryPeek(out var envelope);
        _available.Release();
        return envelope;
    }

    private async ValueTask<bool> WaitForOne(bool blocking, TimeSpan timeout, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var limit = timeout == Timeout.InfiniteTimeSpan ? timeout
            : timeout < TimeSpan.Zero ? TimeSpan.Zero
            : timeout > Longest ? Timeout.InfiniteTimeSpan
            : timeout;
        return blocking
            ? _available.Wait(limit, cancellation)
            : await _available.WaitAsync(limit, cancellation).ConfigureAwait(false);
    }
}
