using System.Runtime.InteropServices;
using BotNode.Output;

namespace BotNode.CommandLine;

/// <summary>
/// Turns signals that ask for the end, and the loss of stdout, into a token, so that a verb ends in order and leaves nothing behind.
/// A second signal ends the process at once. A signal that this process was started to ignore stays ignored, as nohup wants it.
/// </summary>
internal sealed class Signals : IDisposable
{
    // One wish may come as several signals: timeout(1) signals its child and then the group of it, a service manager sends SIGHUP after SIGTERM.
    private static readonly TimeSpan OneWish = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _interrupted;
    private readonly CancellationTokenSource _atOnce = new();
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Lock _ending = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int? _exitCode;
    private long _firstCame;

    /// <summary>Begins to listen.</summary>
    /// <param name="time">Tells a second signal from the first one that came twice.</param>
    /// <param name="stdoutLost">Cancelled when nothing can be printed any more.</param>
    public Signals(TimeProvider time, CancellationToken stdoutLost)
    {
        _interrupted = CancellationTokenSource.CreateLinkedTokenSource(stdoutLost);
        _time = time;
        _registrations = [On(PosixSignal.SIGHUP, 1), On(PosixSignal.SIGINT, 2), On(PosixSignal.SIGQUIT, 3), On(PosixSignal.SIGTERM, 15)];
    }

    /// <summary>Cancelled at the first signal, or when nothing can be printed any more.</summary>
    public CancellationToken Interrupted => _interrupted.Token;

    /// <summary>Cancelled at the second signal, which ends this process as soon as all callbacks of this have returned.</summary>
    public CancellationToken AtOnce => _atOnce.Token;

    /// <summary>The exit code of a verb that has ended: if it was interrupted, the one that names the signal.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int ExitCodeOf(int verb) => verb == ExitCode.Interrupted && _exitCode is { } ofSignal ? ofSignal : verb;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _interrupted.Dispose();
        _atOnce.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal, int number) => PosixSignalRegistration.Create(signal, context =>
    {
        var isInsisting = IsInsisting(ExitCode.OfSignal(number));
        context.Cancel |= !isInsisting;
        try
        {
            if (isInsisting)
                EndAtOnce();
            else
                _interrupted.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The verb has just ended by itself.
        }
    });

    // Signals that come together are handled together, and the first that is through ends the process: none may be before all is done.
    private void EndAtOnce()
    {
        lock (_ending)
            _atOnce.Cancel();
    }

    private bool IsInsisting(int exitCode)
    {
        lock (_gate)
        {
            if (_exitCode is not null)
                return _time.GetElapsedTime(_firstCame) >= OneWish;
            (_exitCode, _firstCame) = (exitCode, _time.GetTimestamp());
            return false;
        }
    }
}
