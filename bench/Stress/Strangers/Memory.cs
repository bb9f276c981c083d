using System.Globalization;

namespace Stress.Strangers;

/// <summary>How much memory a process holds, and at most has held since it was last asked.</summary>
internal sealed class Memory : IAsyncDisposable
{
    private readonly string _status;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watching;
    private long _most;

    /// <summary>Begins to watch.</summary>
    public Memory(int process)
    {
        _status = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status");
        _watching = WatchAsync();
    }

    /// <summary>How much it holds now, in bytes; 0 when it has ended.</summary>
    public long Now => File.ReadLines(_status).FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)) is { } line
        ? long.Parse(line.AsSpan("VmRSS:".Length, line.Length - "VmRSS:".Length - "kB".Length), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) << 10
        : 0;

    /// <summary>The most since this was called before.</summary>
    public long TakeMost() => Interlocked.Exchange(ref _most, 0);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
                _most = Math.Max(_most, Now);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // Told to end, or the process has.
        }
    }
}
