using Chatroom.Actors.Hocon;

namespace Chatroom.Actors;

/// <summary>Reads the steps of a script: each is an object whose first word names the action and the bot.</summary>
internal static class ScriptReader
{
    private static readonly Verb[] Verbs =
    [
        new("join", ReadJoin),
        new("nameless", (section, _) => section.OptionalWord<RefusalReason>("nameless") is { } reason ? new ScriptStep.RefusedJoin(null, reason) : null),
        By("answer", (section, name) => new ScriptStep.Answer(name, ReadWords(section), section.Flag("late"), ReadRound(section))),
        By("leave", (_, name) => new ScriptStep.Leave(name)),
        By("walk-out", (_, name) => new ScriptStep.WalkOut(name)),
        By("crash", (_, name) => new ScriptStep.Crash(name)),
        By("disconnect", (_, name) => new ScriptStep.Disconnect(name)),
        By("reconnect", (_, name) => new ScriptStep.Reconnect(name)),
        new("wait", (section, _) => new ScriptStep.Wait(section.Duration("wait", TimeSpan.Zero))),
        new("round-over", (section, _) => new ScriptStep.RoundOver(section.Int("round-over", 1, 1, 1000))),
        By("absent", (_, name) => new ScriptStep.Absent(name)),
        By("silent", (_, name) => new ScriptStep.Silent(name)),
        By("stay", (_, name) => new ScriptStep.Stay(name)),
    ];

    private static readonly ValueList<string> Details = ["after", "at", "refused", "text", "late", "round"];

    /// <summary>Reads a step. Its bot must be on the roster, unless it is to be refused.</summary>
    /// <param name="section">The step.</param>
    /// <param name="roster">The names on the roster; null when it could not be read.</param>
    public static ScriptStep? Read(HoconSection section, ValueList<string>? roster)
    {
        var verbs = Verbs.Where(verb => section.Has(verb.Word)).ToList();
        if (verbs is not [var verb])
        {
            var unknown = section.Keys.FirstOrDefault(word => !Array.Exists(Verbs, known => known.Word == word) && !Details.Contains(word));
            section.Error($"{(unknown is null ? "" : $"{Quoting.Key(unknown)} is not known here; ")}a step has exactly one of {string.Join(", ", Verbs.Select(known => known.Word))}");
            return null;
        }
        var (after, at) = (section.OptionalDuration("after"), section.OptionalDuration("at"));
        if (after is not null && at is not null)
        {
            section.Error("has after and at; a step has at most one of them");
        }
        return verb.Read(section, roster) is { } step ? step with { After = after, At = at } : null;
    }

    // A bot that must be refused need not be on the roster.
    private static ScriptStep ReadJoin(HoconSection section, ValueList<string>? roster) => section.OptionalWord<RefusalReason>("refused") is { } reason
        ? new ScriptStep.RefusedJoin(section.Text("join") is var name && roster is not null ? BotNames.Find(roster, name) ?? name : name, reason)
        : new ScriptStep.Join(Name(section, "join", roster));

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
        if (roster is null || name.Length == 0)
        {
            return name;
        }
        if (BotNames.Find(roster, name) is { } known)
        {
            return known;
        }
        section.Error(verb, $"{(BotNames.FindAlike(roster, name) is null ? name : NameRules.Spelled(name))} is not on the roster");
        return name;
    }

    private static Verb By(string word, Func<HoconSection, string, ScriptStep> read) =>
        new(word, (section, roster) => read(section, Name(section, word, roster)));

    /// <summary>The first word of a step, and the function that reads the step.</summary>
    private sealed record Verb(string Word, Func<HoconSection, ValueList<string>?, ScriptStep?> Read);
}
