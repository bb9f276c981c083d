using System.Globalization;

namespace Chatroom.Actors;

/// <summary>A step of a script as one writes it in a scenario.</summary>
internal static class ScriptWords
{
    public static string Of(ScriptStep step) => step switch
    {
        ScriptStep.Join join => Object("join", join.Name),
        ScriptStep.Intrude intrude => Object("join", intrude.Name ?? "", $"refused = {Words.Of(intrude.Refused)}"),
        ScriptStep.Answer answer => Object("answer", answer.Name, [
            .. answer.Late ? ["late = true"] : Array.Empty<string>(),
            .. answer.Text is { } text ? [$"text = {JsonText.Quote(text)}"] : Array.Empty<string>()]),
        ScriptStep.Leave leave => Object("leave", leave.Name),
        ScriptStep.WalkOut leave => Object("walk-out", leave.Name),
        ScriptStep.Crash crash => Object("crash", crash.Name),
        ScriptStep.Wait wait => Object("wait", string.Create(CultureInfo.InvariantCulture, $"{wait.Span.TotalMilliseconds} ms")),
        ScriptStep.Absent absent => Object("absent", absent.Name),
        ScriptStep.Silent silent => Object("silent", silent.Name),
        ScriptStep.Stay stay => Object("stay", stay.Name),
        _ => throw new ArgumentException($"No words are agreed for {step.GetType()}.", nameof(step)),
    };

    private static string Object(string verb, string whom, params string[] more) =>
        $"{{ {string.Join(", ", [$"{verb} = {whom}", .. more])} }}";
}
