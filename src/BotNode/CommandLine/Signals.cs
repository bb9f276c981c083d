using System.Runtime.InteropServices;

namespace BotNode.CommandLine;

/// <summary>Turns Ctrl-C, SIGTERM and the loss of stdout into a token, so that a verb ends in order and leaves nothing behind.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _interrupted;
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Begins to listen.</summary>
    /// <param name="stdoutLost">Cancelled when nothing can be printed any more.</param>
    public Signals(CancellationToken stdoutLost)
    {
        _interrupted = CancellationTokenSource.CreateLinkedTokenSource(stdoutLost);
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGTERM }
            .Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    /// <summary>Cancelled at the first signal, or when nothing can be printed any more.</summary>
    public CancellationToken Interrupted => _interrupted.Token;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _interrupted.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        _interrupted.Cancel();
    }
}
