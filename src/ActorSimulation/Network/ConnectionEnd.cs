using ActorSimulation.Turns;

namespace ActorSimulation.Network;

/// <summary>One end of a connection, as a process has it.</summary>
internal sealed class ConnectionEnd
{
    private readonly SimulatedNetwork _network;
    private readonly Queue<Packet> _early = new();
    private ConnectionEnd _peer = null!;
    private Channel _out = null!;
    private Action<ReadOnlyMemory<byte>>? _onBytes;
    private Action? _onClosed;
    private bool _isOpen = true;

    private ConnectionEnd(SimulatedNetwork network, string host, ITurnOwner owner) => (_network, Host, Owner) = (network, host, owner);

    /// <summary>The host that it is on.</summary>
    public string Host { get; }

    /// <summary>The process that has it.</summary>
    public ITurnOwner Owner { get; }

    /// <summary>The other end.</summary>
    public ConnectionEnd Peer => _peer;

    /// <summary>Makes both ends of a connection.</summary>
    public static (ConnectionEnd Near, ConnectionEnd Far) Pair(
        SimulatedNetwork network, (string Host, ITurnOwner Owner) near, (string Host, ITurnOwner Owner) far)
    {
        var (a, b) = (new ConnectionEnd(network, near.Host, near.Owner), new ConnectionEnd(network, far.Host, far.Owner));
        (a._peer, b._peer) = (b, a);
        a._out = new Channel(network, a.Host, b.Host, b.Owner, b.Take, a.HearReset);
        b._out = new Channel(network, b.Host, a.Host, a.Owner, a.Take, b.HearReset);
        return (a, b);
    }

    /// <summary>Begins to hear what arrives, and what has arrived.</summary>
    /// <param name="onBytes">Takes the bytes.</param>
    /// <param name="onClosed">Called once when the connection is over.</param>
    public void Listen(Action<ReadOnlyMemory<byte>> onBytes, Action onClosed)
    {
        (_onBytes, _onClosed) = (onBytes, onClosed);
        while (_early.TryDequeue(out var packet))
            Deliver(packet);
    }

    /// <summary>Sends bytes; false if the connection is over.</summary>
    public bool Send(ReadOnlyMemory<byte> bytes)
    {
        if (!_isOpen)
            return false;
        _out.Send(new Packet.Data(bytes));
        return true;
    }

    /// <summary>Closes it in order: the other end hears of it behind all bytes.</summary>
    public void Close()
    {
        if (!_isOpen)
            return;
        End();
        _out.Send(new Packet.Close());
        Deliver(new Packet.Close());
    }

    /// <summary>The way goes on in both directions.</summary>
    public void GoOn()
    {
        _out.GoOn();
        _peer._out.GoOn();
    }

    /// <summary>Breaks the connection: what is on its way is lost. Each end hears of it, if the way to it is not blocked.</summary>
    public void Reset()
    {
        _out.Break();
        _peer._out.Break();
        HearReset();
        _peer.HearReset();
    }

    /// <summary>This end is told that the connection is broken, if the way to it is not blocked.</summary>
    public void HearReset()
    {
        if (_network.IsBlocked(_peer.Host, Host) || _network.IsOff(_peer.Host))
            return;
        _network.Schedule.Add(_network.DrawLatency(_peer.Host, Host), Owner, () =>
        {
            if (!_isOpen)
                return;
            End();
            _peer._out.Break();
            Deliver(new Packet.Close());
        });
    }

    private void Take(Packet packet)
    {
        if (!_isOpen)
        {
            // As with TCP, who sends to an end that is gone is told so.
            if (packet is Packet.Data)
                _peer.HearReset();
            return;
        }

        if (packet is Packet.Close)
            End();
        Deliver(packet);
    }

    /// <summary>Its process is gone.</summary>
    public void Die()
    {
        if (_isOpen)
            End();
    }

    private void End()
    {
        _isOpen = false;
        if (!_peer._isOpen)
            _network.Forget(this);
    }

    private void Deliver(Packet packet)
    {
        if (_onBytes is null)
            _early.Enqueue(packet);
        else if (packet is Packet.Data data)
            _onBytes(data.Bytes);
        else
            _onClosed!();
    }
}
