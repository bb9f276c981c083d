namespace Chatroom.Actors;

/// <summary>Reads the steps of a script: each is an object whose first word says what is done and by whom.</summary>
internal static class ScriptReader
{
    private static readonly ValueList<string> Verbs = ["join", "answer", "leave", "walk-out", "crash", "wait", "absent", "silent", "stay"];

    public static ScriptStep? Read(HoconSection section)
    {
        var verbs = Verbs.Where(section.Has).ToList();
        if (verbs is not [var verb])
        {
            section.Error($"a step has exactly one of {string.Join(", ", Verbs)}");
            return null;
        }
        return verb switch
        {
            "join" => section.OptionalWord<RefusalReason>("refused") is { } reason
                ? new ScriptStep.Intrude(section.Text(verb), reason)
                : new ScriptStep.Join(section.Text(verb)),
            "answer" => new ScriptStep.Answer(section.Text(verb), section.OptionalText("text"), section.Flag("late")),
            "leave" => new ScriptStep.Leave(section.Text(verb)),
            "walk-out" => new ScriptStep.WalkOut(section.Text(verb)),
            "crash" => new ScriptStep.Crash(section.Text(verb)),
            "wait" => new ScriptStep.Wait(section.Duration(verb, TimeSpan.Zero)),
            "absent" => new ScriptStep.Absent(section.Text(verb)),
            "silent" => new ScriptStep.Silent(section.Text(verb)),
            _ => new ScriptStep.Stay(section.Text(verb)),
        };
    }

    /// <summary>Whoever does something must be on the roster; only who is refused need not.</summary>
    public static void CheckNames(HoconSection file, Scenario scenario)
    {
        foreach (var stranger in scenario.Script.Select(NameIn).OfType<string>().Except(scenario.Names))
        {
            file.Error("script", $"{stranger} is not on the roster");
        }
    }

    private static string? NameIn(ScriptStep step) => step switch
    {
        ScriptStep.Join join => join.Name,
        ScriptStep.Answer answer => answer.Name,
        ScriptStep.Leave leave => leave.Name,
        ScriptStep.WalkOut leave => leave.Name,
        ScriptStep.Crash crash => crash.Name,
        ScriptStep.Absent absent => absent.Name,
        ScriptStep.Silent silent => silent.Name,
        ScriptStep.Stay stay => stay.Name,
        _ => null,
    };
}
