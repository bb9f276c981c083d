using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Chatroom.Actors;

/// <summary>Writes a recorded conversation as a scenario that needs no includes and no personas, unless some of its bots are asked.</summary>
internal static class ScenarioWriter
{
    /// <summary>The text of a scenario file.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="head">What it is, in lines that begin with #, and what it includes.</param>
    /// <param name="comments">Comments in its script, each with the number of the step before which it stands, from 0.</param>
    public static string Of(Scenario scenario, string head = "# A conversation that took place. What the bots said is in the script, so it plays again without them.\n",
        ILookup<int, string>? comments = null)
    {
        var text = new StringBuilder();
        text.Append(head).Append('\n');
        text.Append(Object("room", [.. RoomFields(scenario.Room)]));
        text.Append(CultureInfo.InvariantCulture, $"\nseed = {scenario.Seed}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nroster = [{string.Join(", ", scenario.Names.Select(ScriptWriter.Value))}]\n\n");
        // There was none if a bot was missing, but a room needs one.
        var suggestions = scenario.Suggestions.Count > 0 ? scenario.Suggestions : [new Suggestion("none", "none", null, "none")];
        text.Append(List("suggestions", suggestions.Select(Of))).Append('\n');
        text.Append(List("script", [.. scenario.Script.SelectMany((step, at) => (string[])[.. CommentsAt(at), ScriptWriter.Of(step)]), .. CommentsAt(scenario.Script.Count)]));
        if (scenario.Expect is { } expect)
        {
            text.Append('\n').Append(Object("expect", [.. ExpectFields(expect)]));
        }
        return text.ToString();

        IEnumerable<string> CommentsAt(int step) => comments?[step].Select(comment => $"# {comment}") ?? [];
    }

    private static IEnumerable<string> RoomFields(RoomSettings room) =>
    [
        $"name = {ScriptWriter.Value(room.Name)}",
        string.Create(CultureInfo.InvariantCulture, $"rounds = {room.Rounds}"),
        $"order = {EnumWords.Of(room.Order)}",
        $"next = {EnumWords.Of(room.Next)}",
        $"join-timeout = {ScriptWriter.Time(room.JoinTimeout)}",
        $"reply-timeout = {ScriptWriter.Time(room.ReplyTimeout)}",
        $"closing-timeout = {ScriptWriter.Time(room.ClosingTimeout)}",
        .. StopRuleFields(room),
    ];

    private static IEnumerable<string> StopRuleFields(RoomSettings room)
    {
        if (room.Quorum is { } quorum)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"quorum = {quorum}");
        }
        if (room.StopText is { } text)
        {
            yield return $"stop-text = {ScriptWriter.Value(text)}";
        }
        if (room.StopAfter is { } after)
        {
            yield return $"stop-after = {ScriptWriter.Time(after)}";
        }
        if (room.StopBelow != new RoomSettings().StopBelow)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"stop-below = {room.StopBelow}");
        }
    }

    private static string Of(Suggestion suggestion)
    {
        var subject = suggestion.Subject is { } to ? $", subject = {JsonText.Quote(to)}" : "";
        return $"{{ category = {JsonText.Quote(suggestion.Category)}, action = {JsonText.Quote(suggestion.Action)}{subject}, text = {JsonText.Quote(suggestion.Text)} }}";
    }

    private static IEnumerable<string> ExpectFields(Expectation expect)
    {
        if (expect.Reason is { } reason)
        {
            yield return $"reason = {EnumWords.Of(reason)}";
        }
        if (expect.Digest is { } digest)
        {
            yield return $"digest = \"{digest}\"";
        }
        if (expect.Verdicts is { } verdicts)
        {
            yield return List("verdicts", verdicts.Select(round =>
                $"{{ {string.Join(", ", round.Select(its => $"{ScriptWriter.Value(its.Name)} = {EnumWords.Of(its.Verdict)}"))} }}"));
        }
        if (expect.Lines is { } lines)
        {
            yield return List("lines", lines.Select(Of));
        }
        if (expect.FirstLines is { } first)
        {
            yield return List("first-lines", first.Select(Of));
        }
    }

    private static string Of(ExpectedLines group) => group.Lines is [var only] ? Of(only) : $"{{ any-order = [{string.Join(", ", group.Lines.Select(Of))}] }}";

    private static string Of(ExpectedLine line) => line switch
    {
        ExpectedLine.Exactly exactly => JsonText.Quote(exactly.Text),
        ExpectedLine.Like like => $"{{ like = {JsonText.Quote(like.Pattern)} }}",
        ExpectedLine.OneOf one => $"{{ one-of = [{string.Join(", ", one.Lines.Select(Of))}] }}",
        _ => throw new UnreachableException($"{line.GetType().Name} has no words."),
    };

    private static string Object(string key, string[] fields) => $"{key} {{\n{string.Concat(fields.Select(Indented))}}}\n";

    private static string List(string key, IEnumerable<string> items) => $"{key} = [\n{string.Concat(items.Select(Indented))}]\n";

    private static string Indented(string text) => string.Concat(text.TrimEnd('\n').Split('\n').Select(line => $"  {line}\n"));
}
