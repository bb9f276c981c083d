using Microsoft.AspNetCore.Connections;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>
/// Closes a connection: what was written to it goes out first, but a peer that does not take it is waited for no longer than the
/// linger time, and then cut off. Kestrel's transport alone would keep socket and bytes for as long as the peer likes.
/// </summary>
internal sealed class LingeringClose(ConnectionContext connection, TimeSpan linger, TimeProvider time) : IAsyncDisposable
{
    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        var closing = connection.DisposeAsync().AsTask();
        using (var done = new CancellationTokenSource())
        {
            await Task.WhenAny(closing, Task.Delay(linger, time, done.Token)).ConfigureAwait(false);
            await done.CancelAsync().ConfigureAwait(false);
        }

        if (!closing.IsCompleted)
            connection.Abort();
        await closing.ConfigureAwait(false);
    }
}
