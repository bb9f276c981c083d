namespace Akka.Remote;

/// <summary>Who has to go when all peers together are too many, or too much is kept for them.</summary>
internal sealed partial class Remoting
{
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
    /// Makes room for a system message that is to wait for its acknowledgement. Those who let most of them wait go for it: a few
    /// strangers who acknowledge nothing give up each other, and not all others. False: all together is not enough.
    /// </summary>
    private bool TryMakeRoom(long bytes)
    {
        while (!_peers.Unacknowledged.HasRoom(bytes))
        {
            if (_associations.Values.MaxBy(association => association.UnacknowledgedCost) is not { UnacknowledgedCost: > 0 } most)
                return false;
            most.GiveUpUnacknowledged();
        }

        return true;
    }
}
