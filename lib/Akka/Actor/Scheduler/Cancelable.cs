namespace Akka.Actor;

/// <summary>Cancels scheduled work, at once or after a delay on a scheduler's clock.</summary>
public class Cancelable : ICancelable, IDisposable
{
    private readonly IActionScheduler? _scheduler;
    private readonly CancellationTokenSource _source;

    /// <summary>A cancelable on the scheduler's clock.</summary>
    /// <param name="scheduler">The clock for delays.</param>
    public Cancelable(IActionScheduler scheduler)
        : this(scheduler, new CancellationTokenSource())
    {
    }

    /// <summary>A cancelable that cancels itself after a delay.</summary>
    /// <param name="scheduler">The clock.</param>
    /// <param name="delay">The delay; not negative.</param>
    public Cancelable(IActionScheduler scheduler, TimeSpan delay)
        : this(scheduler) => CancelAfter(delay);

    /// <summary>A cancelable on the scheduler's clock.</summary>
    /// <param name="scheduler">The clock for delays.</param>
    public Cancelable(IScheduler scheduler)
        : this(scheduler.Advanced)
    {
    }

    /// <summary>A cancelable that cancels itself after a delay.</summary>
    /// <param name="scheduler">The clock.</param>
    /// <param name="delay">The delay; not negative.</param>
    public Cancelable(IScheduler scheduler, TimeSpan delay)
        : this(scheduler.Advanced, delay)
    {
    }

    /// <summary>A cancelable that cancels itself after a delay.</summary>
    /// <param name="scheduler">The clock.</param>
    /// <param name="millisecondsDelay">The delay in milliseconds; not negative.</param>
    public Cancelable(IScheduler scheduler, int millisecondsDelay)
        : this(scheduler.Advanced, TimeSpan.FromMilliseconds(millisecondsDelay))
    {
    }

    private Cancelable(IActionScheduler? scheduler, CancellationTokenSource source)
    {
        _scheduler = scheduler;
        _source = source;
    }

    /// <inheritdoc />
    public bool IsCancellationRequested => _source.IsCancellationRequested;

    /// <inheritdoc />
    public CancellationToken Token => _source.Token;

    /// <summary>Whether it was disposed.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>A cancelable that is cancelled from the start.</summary>
    /// <returns>The cancelable.</returns>
    public static ICancelable CreateCanceled()
    {
        var source = new CancellationTokenSource();
        source.Cancel();
        return new Cancelable(null, source);
    }

    /// <summary>A cancelable that is cancelled with any of the given ones.</summary>
    /// <param name="scheduler">The clock for delays.</param>
    /// <param name="cancelables">The given ones.</param>
    /// <returns>The cancelable.</returns>
    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler.Advanced, cancelables);

    /// <summary>A cancelable that is cancelled with any of the given ones.</summary>
    /// <param name="scheduler">The clock for delays.</param>
    /// <param name="cancelables">The given ones.</param>
    /// <returns>The cancelable.</returns>
    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler, cancelables.Select(cancelable => cancelable.Token).ToArray());

    /// <summary>A cancelable that is cancelled with any of the given tokens.</summary>
    /// <param name="scheduler">The clock for delays.</param>
    /// <param name="cancellationTokens">The given tokens.</param>
    /// <returns>The cancelable.</returns>
    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params CancellationToken[] cancellationTokens) =>
        CreateLinkedCancelable(scheduler.Advanced, cancellationTokens);

    /// <summary>A cancelable that is cancelled with any of the given tokens.</summary>
    /// <param name="scheduler">The clock for delays.</param>
    /// <param name="cancellationTokens">The given tokens.</param>
    /// <returns>The cancelable.</returns>
    public static ICancelable CreateLinkedCancelable(
        IActionScheduler scheduler, params CancellationToken[] cancellationTokens) =>
        new Cancelable(scheduler, CancellationTokenSource.CreateLinkedTokenSource(cancellationTokens));

    /// <inheritdoc />
    public void Cancel() => Cancel(throwOnFirstException: false);

    /// <inheritdoc />
    public void Cancel(bool throwOnFirstException)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        _source.Cancel(throwOnFirstException);
    }

    /// <inheritdoc />
    public void CancelAfter(int millisecondsDelay) => CancelAfter(TimeSpan.FromMilliseconds(millisecondsDelay));

    /// <inheritdoc />
    public void CancelAfter(TimeSpan delay)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        if (IsCancellationRequested) return;
        if (delay == TimeSpan.Zero)
        {
            Cancel();
            return;
        }

        _scheduler!.ScheduleOnce(delay, () =>
        {
            if (!IsDisposed) Cancel();
        }, this);
    }

    /// <summary>Frees the token source; nothing can be cancelled any more.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the token source.</summary>
    /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (IsDisposed) return;
        IsDisposed = true;
        if (disposing) _source.Dispose();
    }
}
