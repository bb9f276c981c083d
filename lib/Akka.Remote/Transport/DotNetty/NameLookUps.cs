using System.Net;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>
/// Looks up the names of hosts, only so many at once: peers name them to us, and the system's look-up holds a thread of the pool
/// for as long as it likes. One that nobody waits for any more keeps its place until it has ended.
/// </summary>
/// <param name="atOnce">How many.</param>
/// <param name="lookUp">Looks a name up.</param>
#pragma warning disable CA1001 // The semaphore has no wait handle to dispose of, and a look-up that was left may end later than anything else.
internal sealed class NameLookUps(int atOnce, Func<string, CancellationToken, Task<IPAddress[]>> lookUp)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _places = new(atOnce);

    /// <summary>The addresses of <paramref name="host"/>, for one who may give up waiting.</summary>
    internal async Task<IPAddress[]> FindAsync(string host, CancellationToken givenUp)
    {
        var finding = FindInTurnAsync(host, givenUp);

        // Why a look-up failed that was left is of no interest.
        _ = finding.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return await finding.WaitAsync(givenUp).ConfigureAwait(false);
    }

    private async Task<IPAddress[]> FindInTurnAsync(string host, CancellationToken givenUp)
    {
        await _places.WaitAsync(givenUp).ConfigureAwait(false);
        try
        {
            return await lookUp(host, givenUp).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }
}
