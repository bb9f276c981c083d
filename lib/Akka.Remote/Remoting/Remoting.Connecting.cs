using Akka.Remote.Transport;
using Akka.Remote.Wire;

namespace Akka.Remote;

/// <summary>
/// How connections are opened to others: at once. When too many are being opened, or wait for an answer, the oldest has to go: an
/// honest peer answers before as many others are named to us, and who names nothing but silent ones keeps nobody else waiting.
/// Only names of hosts have to wait for a turn, when too many are looked up whose look-up does not end; addresses never have to.
/// </summary>
internal sealed partial class Remoting
{
    private readonly HalfOpenConnections<ProtocolConnection> _halfOpen;
    private readonly HalfOpenConnections<CancellationTokenSource> _opening;
    private readonly HalfOpenConnections<ProtocolConnection> _unanswered;

    private string TooManyAreSilent =>
        $"More than {_settings.Limits.HalfOpenConnections} others do not answer either (akka.remote.limits.half-open-connections)";

    private HalfOpenConnections<ProtocolConnection> HalfOpen(ProtocolConnection connection) => connection.IsInbound ? _halfOpen : _unanswered;

    private void Connect(Bound bound, Association association) => _ = Task.Run(async () =>
    {
        try
        {
            var handle = await OpenAsync(bound, association).ConfigureAwait(false);
            var connection = new ProtocolConnection(handle, bound.Local, association.Remote, bound.Associate, _protocol, this);
            var superfluous = _unanswered.Add(connection);
            connection.Start();
            superfluous?.GiveUp(TooManyAreSilent);
        }
#pragma warning disable CA1031 // Transports are pluggable; whatever they throw, this association failed and says so.
        catch (Exception e)
#pragma warning restore CA1031
        {
            association.ConnectFailed(bound.Local, e as InvalidAssociationException ?? new InvalidAssociationException(e.Message, e));
        }
    });

    private async Task<AssociationHandle> OpenAsync(Bound bound, Association association)
    {
#pragma warning disable CA2000 // Another attempt may cancel it at any time, and it has neither a timer nor a wait handle to dispose of.
        var givenUp = new CancellationTokenSource();
#pragma warning restore CA2000
        _ = _opening.Add(givenUp)?.CancelAsync();
        Task<AssociationHandle>? opening = null;
        try
        {
            opening = bound.Transport.Associate(Pdu.ToTransport(association.Remote), givenUp.Token);
            return await opening.WaitAsync(givenUp.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (givenUp.IsCancellationRequested)
        {
            if (opening is not null)
                _ = CloseWhenOpenAsync(opening);
            throw new InvalidAssociationException($"Cannot connect to {association.Remote}: {TooManyAreSilent}", e);
        }
        finally
        {
            _opening.Remove(givenUp);
        }
    }

    /// <summary>A transport need not heed that nobody waits for it any more; ours does.</summary>
    private static async Task CloseWhenOpenAsync(Task<AssociationHandle> opening)
    {
        try
        {
            (await opening.ConfigureAwait(false)).Disassociate();
        }
#pragma warning disable CA1031 // It was given up before; why it could not be opened either is of no interest.
        catch (Exception)
#pragma warning restore CA1031
        {
            // Nothing is open.
        }
    }
}
