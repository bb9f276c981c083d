namespace Chatroom.Actors;

/// <summary>Turns a transcript into the scenario whose script is what came in, in recorded order.</summary>
internal static class Recording
{
    /// <summary>The scenario, or why this conversation cannot be played again.</summary>
    public static Loaded<Scenario> ToScenario(Transcript transcript)
    {
        if (transcript.End.Reason == CloseReason.Stopped)
        {
            return Loaded<Scenario>.Bad("it was stopped from outside, so it cannot be played to its end again");
        }
        var events = transcript.Events;
        return Loaded<Scenario>.Good(new Scenario
        {
            Name = transcript.Header.Scenario,
            Room = transcript.Header.Room with { Next = SuggestionSource.Script },
            Seed = transcript.Header.Seed,
            Roster = transcript.Header.Roster.Select(name => new Persona(name, "", "", [])).ToValueList(),
            Catalogue = new Catalogue([], []),
            Suggestions = events.OfType<Suggested>().Select(suggested => suggested.Suggestion).ToValueList(),
            Script = Script(transcript.Header.Roster, events).ToValueList(),
        });
    }

    private static List<ScriptStep> Script(ValueList<string> roster, ValueList<RoomEvent> events)
    {
        // First what nobody does by itself, since here nobody has a mind of its own.
        var steps = roster.SelectMany(name => new ScriptStep[] { new ScriptStep.Absent(name), new ScriptStep.Stay(name) }).ToList();
        var phase = RoomPhase.Gathering;
        for (var at = 0; at < events.Count; at++)
        {
            switch (events[at])
            {
                case Joined joined:
                    steps.Add(new ScriptStep.Join(joined.Name));
                    break;
                case Refused refused:
                    steps.Add(new ScriptStep.Intrude(refused.Name, refused.Reason));
                    break;
                case Suggested suggested:
                    phase = RoomPhase.Talking;
                    steps.AddRange(SilentIn(suggested.Round, roster, events).Select(name => new ScriptStep.Silent(name)));
                    break;
                case Said said:
                    steps.Add(new ScriptStep.Answer(said.Name, said.Text, said.Late, said.Late ? said.Round : null));
                    break;
                case RoundClosed:
                    phase = at + 1 < events.Count && events[at + 1] is Suggested ? RoomPhase.Talking : RoomPhase.Closing;
                    break;
                case Left { How: Leaving.Bye } left:
                    steps.Add(phase == RoomPhase.Closing ? new ScriptStep.Leave(left.Name) : new ScriptStep.WalkOut(left.Name));
                    break;
                case Left { How: Leaving.Crashed } left:
                    steps.Add(new ScriptStep.Crash(left.Name));
                    break;
            }
        }
        return steps;
    }

    private static IEnumerable<string> SilentIn(int round, ValueList<string> roster, ValueList<RoomEvent> events) =>
        roster.Except(events.OfType<Said>().Where(said => said.Round == round && !said.Late).Select(said => said.Name));
}
