namespace Chatroom.Actors;

/// <summary>One conversation as a file describes it: docs/scenarios.md.</summary>
internal sealed record Scenario
{
    public required string Name { get; init; }

    public RoomSettings Room { get; init; } = new();

    /// <summary>Null: the caller draws one.</summary>
    public long? Seed { get; init; }

    /// <summary>The participants, in order; no name twice.</summary>
    public required ValueList<Persona> Roster { get; init; }

    public required Catalogue Catalogue { get; init; }

    /// <summary>The script's suggestions, if the room's <c>next</c> is <c>script</c>.</summary>
    public ValueList<Suggestion> Suggestions { get; init; } = [];

    public ValueList<ScriptStep> Script { get; init; } = [];

    /// <summary>What goes wrong when it is simulated; null if chance decides. Nothing else heeds it.</summary>
    public ValueList<Fault>? Faults { get; init; }

    public Expectation? Expect { get; init; }

    /// <summary>Its room compares names by nothing but their characters; only in what was recorded so.</summary>
    public bool NamesAsTyped { get; init; }

    public ValueList<string> Names => Roster.Select(persona => persona.Name).ToValueList();

    /// <summary>The reason that the room should close with: the expected one, otherwise any by its rules.</summary>
    /// <param name="reason">The reason that it did close with; null if it did not.</param>
    public CloseReason WantedReason(CloseReason? reason) => Chatroom.Actors.Room.WantedReason(Expect?.Reason, reason);
}
