using System.Net;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>
/// Looks up the names of hosts: peers name them to us, and the system's look-up holds a thread for as long as it likes, so only so
/// many are waited for at once. Who gives up waiting makes room for another one; but what was left goes on, so there is a limit to
/// all of them, too. Who comes first has the first turn.
/// </summary>
/// <param name="waitedFor">How many at once while somebody waits for them.</param>
/// <param name="inAll">How many at once with those that were left.</param>
/// <param name="lookUp">Looks a name up.</param>
#pragma warning disable CA1001 // The semaphores have no wait handle to dispose of, and a look-up that was left may end later than anything else.
internal sealed class NameLookUps(int waitedFor, int inAll, Func<string, Task<IPAddress[]>> lookUp)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _waitedFor = new(waitedFor);
    private readonly SemaphoreSlim _inAll = new(inAll);

    /// <summary>The addresses of <paramref name="host"/>, for one who may give up waiting.</summary>
    /// <exception cref="RemoteTransportException">Given up before its turn.</exception>
    internal async Task<IPAddress[]> FindAsync(string host, CancellationToken givenUp)
    {
        await TurnAsync(_waitedFor, givenUp).ConfigureAwait(false);
        try
        {
            await TurnAsync(_inAll, givenUp).ConfigureAwait(false);
            var finding = FindInTurnAsync(host);

            // Why a look-up failed that was left is of no interest.
            _ = finding.ContinueWith(
                static failed => failed.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            return await finding.WaitAsync(givenUp).ConfigureAwait(false);
        }
        finally
        {
            _waitedFor.Release();
        }
    }

    private static async Task TurnAsync(SemaphoreSlim places, CancellationToken givenUp)
    {
        try
        {
            await places.WaitAsync(givenUp).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw new RemoteTransportException("the look-up of the name did not get its turn: those of others have not ended", e);
        }
    }

    private async Task<IPAddress[]> FindInTurnAsync(string host)
    {
        try
        {
            return await lookUp(host).ConfigureAwait(false);
        }
        finally
        {
            _inAll.Release();
        }
    }
}
