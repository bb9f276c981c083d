using Akka.Remote.Transport;
using Akka.Remote.Wire;

namespace Akka.Remote;

/// <summary>How connections are opened to others: some at a time, and not more than may wait for an answer.</summary>
#pragma warning disable CA1001 // A semaphore that gives out no wait handle holds nothing that would have to be disposed of.
internal sealed partial class Remoting
#pragma warning restore CA1001
{
    private readonly HalfOpenConnections<ProtocolConnection> _unanswered;

    // As many as connections may be opened at a time.
    private readonly SemaphoreSlim _places;

    private void Connect(Bound bound, Association association) => _ = Task.Run(async () =>
    {
        try
        {
            if (await TryOpenAsync(bound, association).ConfigureAwait(false) is not { } handle)
                return;
            var connection = new ProtocolConnection(handle, bound.Local, association.Remote, bound.Associate, _protocol, this);
            var superfluous = _unanswered.Add(connection);
            connection.Start();
            superfluous?.GiveUp($"More than {_settings.Limits.HalfOpenConnections} others do not answer either (akka.remote.limits.half-open-connections)");
        }
#pragma warning disable CA1031 // Transports are pluggable; whatever they throw, this association failed and says so.
        catch (Exception e)
#pragma warning restore CA1031
        {
            association.ConnectFailed(bound.Local, e as InvalidAssociationException ?? new InvalidAssociationException(e.Message, e));
        }
    });

    /// <summary>Opens a connection as soon as there is a place; null when nobody wants it any more.</summary>
    private async Task<AssociationHandle?> TryOpenAsync(Bound bound, Association association)
    {
        await _places.WaitAsync().ConfigureAwait(false);
        try
        {
            return association.IsConnecting ? await bound.Transport.Associate(Pdu.ToTransport(association.Remote)).ConfigureAwait(false) : null;
        }
        finally
        {
            _places.Release();
        }
    }
}
