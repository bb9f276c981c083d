namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Expects that no message comes in what remains of the enclosing <c>Within</c>, or in the default of a single expectation.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void ExpectNoMsg(CancellationToken cancellationToken = default) =>
        ExpectNone(RemainingOrDefault, blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects that no message comes for a while.</summary>
    /// <param name="duration">How long, before it is stretched.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNone(Dilated(duration), blocking: true, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Expects that no message comes for a while.</summary>
    /// <param name="milliseconds">How long, before it is stretched.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    /// <summary>Expects that no message comes in what remains of the enclosing <c>Within</c>, or in the default of a single expectation.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when none has come.</returns>
    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default) =>
        ExpectNone(RemainingOrDefault, blocking: false, cancellationToken);

    /// <summary>Expects that no message comes for a while.</summary>
    /// <param name="duration">How long, before it is stretched.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when none has come.</returns>
    public ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNone(Dilated(duration), blocking: false, cancellationToken);

    /// <summary>Expects that no message comes for a while.</summary>
    /// <param name="milliseconds">How long, before it is stretched.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when none has come.</returns>
    public ValueTask ExpectNoMsgAsync(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsgAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    private async ValueTask ExpectNone(TimeSpan limit, bool blocking, CancellationToken cancellation)
    {
        var envelope = await Receive(limit, blocking, cancellation).ConfigureAwait(false);
        if (envelope is not null) throw Failure("No message was to come for {0}, but this one did: {1}", limit, envelope);
        _lastWasNoMsg = true;
    }
}
