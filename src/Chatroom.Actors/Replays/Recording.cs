namespace Chatroom.Actors;

/// <summary>A transcript as a scenario whose script is what came in, in recorded order.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Causes">For each step of the script, the event that it is there for.</param>
internal sealed record Recording(Scenario Scenario, ValueList<RoomEvent> Causes)
{
    /// <summary>The recording, or why this conversation cannot be played again.</summary>
    public static Loaded<Recording> Of(Transcript transcript)
    {
        if (transcript.End.Reason == CloseReason.Stopped)
        {
            return Loaded<Recording>.Bad("it was stopped from outside, so it cannot be played to its end again");
        }
        var events = transcript.Events;
        var script = Script(transcript.Header.Roster, events);
        var scenario = new Scenario
        {
            Name = transcript.Header.Scenario,
            Room = transcript.Header.Room with { Next = SuggestionSource.Script },
            Seed = transcript.Header.Seed,
            Roster = transcript.Header.Roster.Select(name => new Persona(name, "", "", [])).ToValueList(),
            Catalogue = new Catalogue([], []),
            Suggestions = events.OfType<Suggested>().Select(suggested => suggested.Suggestion).ToValueList(),
            Script = script.Select(line => line.Step).ToValueList(),
        };
        return Loaded<Recording>.Good(new Recording(scenario, script.Select(line => line.Cause).ToValueList()));
    }

    private static List<(ScriptStep Step, RoomEvent Cause)> Script(ValueList<string> roster, ValueList<RoomEvent> events)
    {
        var steps = new List<(ScriptStep, RoomEvent)>();
        // First what nobody does by itself, since here nobody has a mind of its own.
        foreach (var name in roster)
        {
            steps.AddRange([(new ScriptStep.Absent(name), events[0]), (new ScriptStep.Stay(name), events[0])]);
        }
        var phase = RoomPhase.Gathering;
        for (var at = 0; at < events.Count; at++)
        {
            switch (events[at])
            {
                case Joined joined:
                    steps.Add((new ScriptStep.Join(joined.Name), joined));
                    break;
                case Refused refused:
                    steps.Add((new ScriptStep.Intrude(refused.Name, refused.Reason), refused));
                    break;
                case Suggested suggested:
                    phase = RoomPhase.Talking;
                    steps.AddRange(SilentIn(suggested.Round, roster, events).Select(name => ((ScriptStep)new ScriptStep.Silent(name), (RoomEvent)suggested)));
                    break;
                case Said said:
                    steps.Add((new ScriptStep.Answer(said.Name, said.Text, said.Late, said.Late ? said.Round : null), said));
                    break;
                case RoundClosed:
                    phase = at + 1 < events.Count && events[at + 1] is Suggested ? RoomPhase.Talking : RoomPhase.Closing;
                    break;
                case Left { How: Leaving.Bye } left:
                    steps.Add((phase == RoomPhase.Closing ? new ScriptStep.Leave(left.Name) : new ScriptStep.WalkOut(left.Name), left));
                    break;
                case Left { How: Leaving.Crashed } left:
                    steps.Add((new ScriptStep.Crash(left.Name), left));
                    break;
            }
        }
        return steps;
    }

    private static IEnumerable<string> SilentIn(int round, ValueList<string> roster, ValueList<RoomEvent> events) =>
        roster.Except(events.OfType<Said>().Where(said => said.Round == round && !said.Late).Select(said => said.Name));
}
