using System.Globalization;

namespace Chatroom.Actors;

/// <summary>What the digest of a scenario uses of a step: the names that classes and properties had when digests began, for ever.</summary>
internal static class StepDigest
{
    /// <summary>The name of the step, and the step as a text.</summary>
    public static object[] Fields(ScriptStep step) => step switch
    {
        ScriptStep.Join join => Of(step, "Join", ("Name", join.Name)),
        ScriptStep.RefusedJoin refused => Of(step, "Intrude", ("Name", refused.Name), ("Refused", InOneWord(EnumWords.Of(refused.Refused)))),
        ScriptStep.Answer answer => Of(
            step, "Answer", ("Name", answer.Name), ("Text", answer.Text), ("Late", answer.Late ? "True" : "False"),
            ("Round", answer.Round?.ToString(CultureInfo.InvariantCulture))),
        ScriptStep.Leave leave => Of(step, "Leave", ("Name", leave.Name)),
        ScriptStep.WalkOut leave => Of(step, "WalkOut", ("Name", leave.Name)),
        ScriptStep.Crash crash => Of(step, "Crash", ("Name", crash.Name)),
        ScriptStep.Disconnect disconnect => Of(step, "Disconnect", ("Name", disconnect.Name)),
        ScriptStep.Reconnect reconnect => Of(step, "Reconnect", ("Name", reconnect.Name)),
        ScriptStep.Wait wait => Of(step, "Wait", ("Span", Time(wait.Span))),
        ScriptStep.RoundOver over => Of(step, "RoundOver", ("Round", over.Round.ToString(CultureInfo.InvariantCulture))),
        ScriptStep.Absent absent => Of(step, "Absent", ("Name", absent.Name)),
        ScriptStep.Silent silent => Of(step, "Silent", ("Name", silent.Name)),
        ScriptStep.Stay stay => Of(step, "Stay", ("Name", stay.Name)),
        // Later steps are hashed as they stand in a scenario.
        _ => [ScriptWriter.Of(step)],
    };

    private static object[] Of(ScriptStep step, string name, params (string Name, string? Value)[] fields)
    {
        // Only if there are any: the digest of a step without times stays what it was before steps had times.
        (string Name, string? Value)[] times = [.. Time("After", step.After), .. Time("At", step.At)];
        return [name, $"{name} {{ {string.Join(", ", times.Concat(fields).Select(field => $"{field.Name} = {field.Value}"))} }}"];
    }

    private static (string Name, string? Value)[] Time(string name, TimeSpan? time) => time is { } span ? [(name, Time(span))] : [];

    private static string Time(TimeSpan span) => span.ToString("c", CultureInfo.InvariantCulture);

    // name-taken was NameTaken here.
    private static string InOneWord(string word) => string.Concat(word.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
