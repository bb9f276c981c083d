using System.Globalization;

namespace Chatroom.Actors;

/// <summary>Holds what came out against what must come out.</summary>
internal static class ExpectationCheck
{
    private const int Surroundings = 3;

    /// <summary>The first difference in lines, then reason, then digest, as lines for people; empty when all is as expected.</summary>
    public static IReadOnlyList<string> Differences(Expectation expect, IReadOnlyList<RoomEvent> events)
    {
        var differences = new List<string>();
        if (expect.Lines is { } lines)
        {
            differences.AddRange(InLines(lines, RoomText.Lines(events, addresses: false)));
        }
        var reason = events is [.., Closed closed] ? closed.Reason : (CloseReason?)null;
        if (expect.Reason is { } expected && reason != expected)
        {
            differences.Add($"the room should end with {Words.Of(expected)}, and {(reason is { } other ? $"ended with {Words.Of(other)}" : "did not end")}");
        }
        if (expect.Digest is { } digest && digest != ConversationDigest.Of(events))
        {
            differences.Add($"the conversation digest should be {digest}, and is {ConversationDigest.Of(events)}");
        }
        return differences;
    }

    private static List<string> InLines(ValueList<ExpectedLines> expected, IReadOnlyList<string> actual)
    {
        var at = 0;
        foreach (var group in expected)
        {
            var left = group.Lines.ToList();
            while (left.Count > 0)
            {
                if (at >= actual.Count || !left.Remove(actual[at]))
                {
                    return Describe(left, actual, at);
                }
                at++;
            }
        }
        return at < actual.Count ? Describe([], actual, at) : [];
    }

    private static List<string> Describe(List<string> wanted, IReadOnlyList<string> actual, int at)
    {
        var from = Math.Max(0, at - Surroundings);
        var text = new List<string> { string.Create(CultureInfo.InvariantCulture, $"line {at + 1} differs:") };
        text.AddRange(actual.Skip(from).Take(at - from).Select(line => "    " + line));
        text.Add("  - " + wanted.Count switch
        {
            0 => "(nothing more is expected)",
            1 => wanted[0],
            _ => "any of: " + string.Join(" | ", wanted),
        });
        text.Add("  + " + (at < actual.Count ? actual[at] : "(nothing more came)"));
        text.AddRange(actual.Skip(at + 1).Take(Surroundings).Select(line => "    " + line));
        return text;
    }
}
