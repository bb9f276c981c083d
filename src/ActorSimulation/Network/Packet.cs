namespace ActorSimulation.Network;

/// <summary>What goes one way over a connection.</summary>
internal abstract record Packet
{
    /// <summary>Bytes of the sender.</summary>
    public sealed record Data(ReadOnlyMemory<byte> Bytes) : Packet;

    /// <summary>The sender sends no more, and hears no more.</summary>
    public sealed record Close : Packet;
}
