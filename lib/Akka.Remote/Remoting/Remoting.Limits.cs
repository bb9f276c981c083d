namespace Akka.Remote;

/// <summary>Who has to go when all peers together are too many, or too much is kept for them.</summary>
internal sealed partial class Remoting
{
    private readonly Lock _makingRoom = new();

    /// <summary>A tenth at a time, so that who comes under ever new addresses makes us look through all of them only now and then.</summary>
    private void ForgetLongestAway()
    {
        var away = _associations.Values.Where(association => association.IsAway)
            .OrderBy(association => association.IsQuarantined)
            .ThenBy(association => association.HasNumbers)
            .ThenBy(association => association.AwaySince);
        foreach (var association in away.Take(Math.Max(1, _settings.Limits.RememberedPeers / 10)).ToList())
            _ = association.TryForget();
    }

    /// <summary>
    /// Makes room for a system message that is to wait for its acknowledgement. The peer that lets most of them wait goes for it, or
    /// one who acknowledges nothing could have every other one given up.
    /// </summary>
    private void MakeRoom(long bytes)
    {
        lock (_makingRoom)
        {
            if (!_peers.Unacknowledged.HasRoom(bytes))
                _associations.Values.MaxBy(association => association.UnacknowledgedBytes)?.GiveUpUnacknowledged();
        }
    }
}
