using Chatroom.Actors.Hocon;

namespace Chatroom.Actors;

/// <summary>Reads the steps of a script: each is an object whose first word says what is done and by whom.</summary>
internal static class ScriptReader
{
    private const string NamelessVerb = "nameless";
    private const string WaitVerb = "wait";
    private const string RoundVerb = "round-over";

    private static readonly ValueList<string> Verbs =
        ["join", NamelessVerb, "answer", "leave", "walk-out", "crash", "disconnect", "reconnect", WaitVerb, RoundVerb, "absent", "silent", "stay"];

    private static readonly ValueList<string> Details = ["after", "at", "refused", "text", "late", "round"];

    /// <summary>Reads a step. Whoever does something must be on the roster; only who is refused need not.</summary>
    /// <param name="section">The step.</param>
    /// <param name="roster">The names on the roster; null when it could not be read.</param>
    public static ScriptStep? Read(HoconSection section, ValueList<string>? roster)
    {
        var verbs = Verbs.Where(section.Has).ToList();
        if (verbs is not [var verb])
        {
            var unknown = section.Keys.FirstOrDefault(word => !Verbs.Contains(word) && !Details.Contains(word));
            section.Error($"{(unknown is null ? "" : $"{Quoting.Key(unknown)} is not known here; ")}a step has exactly one of {string.Join(", ", Verbs)}");
            return null;
        }
        var (after, at) = (section.OptionalDuration("after"), section.OptionalDuration("at"));
        if (after is not null && at is not null)
        {
            section.Error("has after and at; a step has at most one of them");
        }
        return Read(section, verb, roster) is { } step ? step with { After = after, At = at } : null;
    }

    private static ScriptStep? Read(HoconSection section, string verb, ValueList<string>? roster) => verb switch
    {
        NamelessVerb => section.OptionalWord<RefusalReason>(verb) is { } reason ? new ScriptStep.Intrude(null, reason) : null,
        WaitVerb => new ScriptStep.Wait(section.Duration(verb, TimeSpan.Zero)),
        RoundVerb => new ScriptStep.RoundOver(section.Int(verb, 1, 1, 1000)),
        "join" when section.OptionalWord<RefusalReason>("refused") is { } reason => new ScriptStep.Intrude(section.Text(verb), reason),
        _ => Read(section, verb, Name(section, verb, roster)),
    };

    private static ScriptStep Read(HoconSection section, string verb, string name) => verb switch
    {
        "join" => new ScriptStep.Join(name),
        "answer" => new ScriptStep.Answer(name, ReadWords(section), section.Flag("late"), ReadRound(section)),
        "leave" => new ScriptStep.Leave(name),
        "walk-out" => new ScriptStep.WalkOut(name),
        "crash" => new ScriptStep.Crash(name),
        "disconnect" => new ScriptStep.Disconnect(name),
        "reconnect" => new ScriptStep.Reconnect(name),
        "absent" => new ScriptStep.Absent(name),
        "silent" => new ScriptStep.Silent(name),
        _ => new ScriptStep.Stay(name),
    };

    private static string? ReadWords(HoconSection answer)
    {
        var text = answer.OptionalText("text");
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            answer.Error("text", "must not be blank; who says nothing is silent");
        }
        return text;
    }

    private static int? ReadRound(HoconSection answer)
    {
        if (!answer.Has("round"))
        {
            return null;
        }
        if (!answer.Flag("late"))
        {
            answer.Error("round", "only a late answer names its round");
        }
        return answer.Int("round", 1, 1, 1000);
    }

    private static string Name(HoconSection section, string verb, ValueList<string>? roster)
    {
        var name = section.Text(verb);
        if (roster is not null && name.Length > 0 && !roster.Contains(name))
        {
            section.Error(verb, $"{name} is not on the roster");
        }
        return name;
    }
}
