using System.Diagnostics;
using System.Globalization;

namespace Chatroom.Actors;

/// <summary>Writes a step of a script as it stands in a scenario.</summary>
internal static class ScriptWriter
{
    public static string Of(ScriptStep step)
    {
        var fields = Fields(step);
        if (step.After is { } after)
        {
            fields = [.. fields, $"after = {Time(after)}"];
        }
        if (step.At is { } at)
        {
            fields = [.. fields, $"at = {Time(at)}"];
        }
        return $"{{ {string.Join(", ", fields)} }}";
    }

    /// <summary>A time with its unit.</summary>
    public static string Time(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds} ms");

    /// <summary>A text as a value or a key: in quotes, unless it is a plain word.</summary>
    public static string Value(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(char.IsAsciiLetterOrDigit) && text is not ("true" or "false" or "null" or "include")
            ? text
            : JsonText.Quote(text);

    private static string[] Fields(ScriptStep step) => step switch
    {
        ScriptStep.Join join => [Field("join", join.Name)],
        ScriptStep.RefusedJoin { Name: { } name } join => [Field("join", name), $"refused = {EnumWords.Of(join.Refused)}"],
        ScriptStep.RefusedJoin join => [$"nameless = {EnumWords.Of(join.Refused)}"],
        ScriptStep.Answer answer =>
        [
            Field("answer", answer.Name),
            .. answer.Late ? ["late = true"] : Array.Empty<string>(),
            .. answer.Round is { } round ? [string.Create(CultureInfo.InvariantCulture, $"round = {round}")] : Array.Empty<string>(),
            .. answer.Text is { } text ? [$"text = {JsonText.Quote(text)}"] : Array.Empty<string>(),
        ],
        ScriptStep.Leave leave => [Field("leave", leave.Name)],
        ScriptStep.WalkOut leave => [Field("walk-out", leave.Name)],
        ScriptStep.Crash crash => [Field("crash", crash.Name)],
        ScriptStep.Disconnect disconnect => [Field("disconnect", disconnect.Name)],
        ScriptStep.Reconnect reconnect => [Field("reconnect", reconnect.Name)],
        ScriptStep.Wait wait => [$"wait = {Time(wait.Span)}"],
        ScriptStep.RoundOver over => [string.Create(CultureInfo.InvariantCulture, $"round-over = {over.Round}")],
        ScriptStep.Absent absent => [Field("absent", absent.Name)],
        ScriptStep.Silent silent => [Field("silent", silent.Name)],
        ScriptStep.Stay stay => [Field("stay", stay.Name)],
        _ => throw new UnreachableException($"{step.GetType().Name} has no words."),
    };

    private static string Field(string verb, string whom) => $"{verb} = {Value(whom)}";
}
