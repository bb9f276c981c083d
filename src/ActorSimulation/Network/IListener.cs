using ActorSimulation.Turns;

namespace ActorSimulation.Network;

/// <summary>A process that takes connections.</summary>
internal interface IListener
{
    /// <summary>The process.</summary>
    ITurnOwner Owner { get; }

    /// <summary>Somebody has connected.</summary>
    void Accept(ConnectionEnd end);
}
