namespace Chatroom.Actors;

/// <summary>Reads the steps of a script: each is an object whose first word says what is done and by whom.</summary>
internal static class ScriptReader
{
    private static readonly ValueList<string> Verbs = ["join", "answer", "leave", "walk-out", "crash", "wait", "absent", "silent", "stay"];

    /// <summary>Reads a step. Whoever does something must be on the roster; only who is refused need not.</summary>
    /// <param name="section">The step.</param>
    /// <param name="roster">The names on the roster; null when it could not be read.</param>
    public static ScriptStep? Read(HoconSection section, ValueList<string>? roster)
    {
        var verbs = Verbs.Where(section.Has).ToList();
        if (verbs is not [var verb])
        {
            section.Error($"a step has exactly one of {string.Join(", ", Verbs)}");
            return null;
        }
        var step = Read(section, verb);
        if (roster is not null && NameIn(step) is { Length: > 0 } name && !roster.Contains(name))
        {
            section.Error(verb, $"{name} is not on the roster");
        }
        return step;
    }

    private static ScriptStep Read(HoconSection section, string verb) => verb switch
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
