namespace Akka.Actor;

/// <summary>A request to cancel, which can be made once.</summary>
public interface ICancelable
{
    /// <summary>Whether cancellation was asked for.</summary>
    bool IsCancellationRequested { get; }

    /// <summary>The token that is cancelled with this.</summary>
    CancellationToken Token { get; }

    /// <summary>Asks for cancellation now. Asking again does nothing.</summary>
    void Cancel();

    /// <summary>Asks for cancellation after a delay on the scheduler's clock.</summary>
    /// <param name="delay">How long to wait; not negative.</param>
    void CancelAfter(TimeSpan delay);

    /// <summary>Asks for cancellation after a delay on the scheduler's clock.</summary>
    /// <param name="millisecondsDelay">How many milliseconds to wait; not negative.</param>
    void CancelAfter(int millisecondsDelay);

    /// <summary>Asks for cancellation now.</summary>
    /// <param name="throwOnFirstException">Whether the first exception of a registered callback ends the round of callbacks.</param>
    void Cancel(bool throwOnFirstException);
}
