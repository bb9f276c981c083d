namespace Chatroom.Actors;

/// <summary>One conversation as a file describes it: docs/scenarios.md.</summary>
public sealed record Scenario
{
    internal Scenario(string name, ValueList<Persona> roster, Catalogue catalogue) => (Name, Roster, Catalogue) = (name, roster, catalogue);

    /// <summary>Its name: that of the file, without folder and extension.</summary>
    public string Name { get; internal init; }

    /// <summary>Decides all that chance decides in it; null if the file gives none. What plays it then draws or takes one.</summary>
    public long? Seed { get; init; }

    /// <summary>The names of the participants, in order.</summary>
    public ValueList<string> Names => Roster.Select(persona => persona.Name).ToValueList();

    /// <summary>The file that it was loaded from; null for one that was made otherwise.</summary>
    internal string? File { get; init; }

    internal RoomSettings Room { get; init; } = new();

    /// <summary>The participants, in order; no name twice.</summary>
    internal ValueList<Persona> Roster { get; init; }

    internal Catalogue Catalogue { get; init; }

    /// <summary>The script's suggestions, if the room's <c>next</c> is <c>script</c>.</summary>
    internal ValueList<Suggestion> Suggestions { get; init; } = [];

    internal ValueList<ScriptStep> Script { get; init; } = [];

    /// <summary>What goes wrong when it is simulated; null if chance decides. Nothing else heeds it.</summary>
    internal ValueList<Fault>? Faults { get; init; }

    internal Expectation? Expect { get; init; }

    /// <summary>Its room compares names by nothing but their characters; only in what was recorded so.</summary>
    internal bool NamesAsTyped { get; init; }

    /// <summary>Loads a scenario.</summary>
    /// <param name="path">Its file, or the name of one that comes with the program, such as <c>two-rounds</c>.</param>
    /// <exception cref="InvalidFileException">There is no such file, it can't be read, or there are mistakes in it.</exception>
    public static Scenario Load(string path)
    {
        var file = ScenarioReader.Find(path) ?? path;
        return InvalidFileException.Unless(ScenarioReader.Load(file)) with { File = file };
    }

    /// <summary>Looks for mistakes in a scenario, or in a file that has only personas or a catalogue.</summary>
    /// <param name="path">The file.</param>
    /// <returns>All of them, a line each with file, line and key; none if it is good.</returns>
    public static ValueList<string> Check(string path) => ScenarioReader.Problems(path);

    /// <summary>The reason that the room should close with: the expected one, otherwise any by its rules.</summary>
    /// <param name="reason">The reason that it did close with; null if it did not.</param>
    internal CloseReason WantedReason(CloseReason? reason) => Chatroom.Actors.Room.WantedReason(Expect?.Reason, reason);
}
