using ActorSimulation.Turns;

namespace ActorSimulation.Network;

/// <summary>One direction of a connection. What it carries arrives in order, as with TCP; while the way is blocked it waits.</summary>
/// <param name="network">Knows the ways.</param>
/// <param name="from">The host that sends.</param>
/// <param name="to">The host that receives.</param>
/// <param name="receiver">The process that receives.</param>
/// <param name="deliver">Takes what arrives.</param>
/// <param name="onNobody">Called when a packet arrives, and the process is gone while its machine is not.</param>
internal sealed class Channel(SimulatedNetwork network, string from, string to, ITurnOwner receiver, Action<Packet> deliver, Action onNobody)
{
    private readonly Queue<Packet> _packets = new();
    private TimeSpan _last;
    private int _waiting;

    /// <summary>Sends a packet.</summary>
    public void Send(Packet packet)
    {
        _packets.Enqueue(packet);
        if (network.IsBlocked(from, to))
            _waiting++;
        else
            LetArrive();
    }

    /// <summary>The way is no longer blocked.</summary>
    public void GoOn()
    {
        if (network.IsBlocked(from, to))
            return;
        for (; _waiting > 0; _waiting--)
            LetArrive();
    }

    /// <summary>Loses all that is on its way.</summary>
    public void Break() => _packets.Clear();

    private void LetArrive()
    {
        var at = network.Schedule.Now + network.DrawLatency(from, to);
        _last = at > _last ? at : _last;
        network.Schedule.Add(_last - network.Schedule.Now, null, Arrive);
    }

    private void Arrive()
    {
        if (network.IsBlocked(from, to))
            _waiting++;
        else if (!receiver.IsUp)
            ArriveAtNobody();
        else if (receiver.PausedUntil > network.Schedule.Now)
            network.Schedule.Add(receiver.PausedUntil - network.Schedule.Now, null, Arrive);
        else if (_packets.TryDequeue(out var packet))
            deliver(packet);
    }

    private void ArriveAtNobody()
    {
        _packets.Clear();
        if (!network.IsOff(to))
            onNobody();
    }
}
