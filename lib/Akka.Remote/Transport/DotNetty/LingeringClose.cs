using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>
/// Closes a connection: what was written to it goes out first, but a peer that does not take it is waited for no longer than the
/// linger time from then on, and then cut off. Kestrel's transport alone would keep socket and bytes for as long as the peer likes.
/// </summary>
internal sealed class LingeringClose(ConnectionContext connection, TimeSpan linger, TimeProvider time) : IConnectionEnd
{
    /// <inheritdoc />
    /// <remarks>Kestrel's transport, told that nothing more comes, closes both ways: what came and nobody read makes the system reset the connection, and the peer loses what it has not read.</remarks>
    public ValueTask EndSendingAsync()
    {
        try
        {
            connection.Features.Get<IConnectionSocketFeature>()!.Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The peer was quicker.
        }

        return ValueTask.CompletedTask;
    }

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
