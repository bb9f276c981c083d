namespace Chatroom.Actors;

/// <summary>Something that must be so in every simulated conversation, whatever goes wrong.</summary>
internal interface ISimulationProperty
{
    /// <summary>Its name, in words.</summary>
    string Name { get; }

    /// <summary>What shows that it is not so, a line each; none if it is.</summary>
    IEnumerable<string> Problems(SimulationOutcome outcome);
}
