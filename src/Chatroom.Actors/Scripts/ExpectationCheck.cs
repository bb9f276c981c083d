using System.Globalization;

namespace Chatroom.Actors;

/// <summary>Compares what came out with what must come out.</summary>
internal static class ExpectationCheck
{
    private const int Surroundings = 3;

    /// <summary>The first difference in lines, then verdicts, reason and digest, as lines for people; empty if all is as expected.</summary>
    public static IReadOnlyList<string> Differences(Expectation expect, IReadOnlyList<RoomEvent> events)
    {
        var differences = new List<string>();
        if (expect.Lines is { } lines)
        {
            differences.AddRange(InLines(lines, RoomText.Lines(events, addresses: false), isAll: true));
        }
        if (expect.FirstLines is { } first)
        {
            differences.AddRange(InLines(first, RoomText.Lines(events, addresses: false), isAll: false));
        }
        if (expect.Verdicts is { } verdicts)
        {
            differences.AddRange(verdicts.SelectMany((wanted, at) => InVerdicts(at + 1, wanted, events)));
        }
        var reason = events is [.., Closed closed] ? closed.Reason : (CloseReason?)null;
        if (expect.Reason is { } expected && reason != expected)
        {
            differences.Add($"the room should end with {EnumWords.Of(expected)}, and {(reason is { } other ? $"ended with {EnumWords.Of(other)}" : "did not end")}");
        }
        if (expect.Digest is { } digest && digest != ConversationDigest.Of(events))
        {
            differences.Add($"the conversation digest should be {digest}, and is {ConversationDigest.Of(events)}");
        }
        return differences;
    }

    private static IEnumerable<string> InVerdicts(int round, ValueList<ParticipantVerdict> wanted, IReadOnlyList<RoomEvent> events)
    {
        var closed = events.OfType<RoundClosed>().FirstOrDefault(closed => closed.Round == round);
        if (closed is null)
        {
            return [string.Create(CultureInfo.InvariantCulture, $"round {round} should have verdicts, and was not played to its end")];
        }
        return
            from want in wanted
            let got = closed.Verdicts.Where(its => its.Name == want.Name).Select(its => EnumWords.Of(its.Verdict)).DefaultIfEmpty("not in the room").First()
            where got != EnumWords.Of(want.Verdict)
            select string.Create(CultureInfo.InvariantCulture, $"in round {round} {want.Name} should be {EnumWords.Of(want.Verdict)}, and is {got}");
    }

    private static List<string> InLines(ValueList<ExpectedLines> expected, IReadOnlyList<string> actual, bool isAll)
    {
        var at = 0;
        var forms = actual.Select(UnicodeForms.Decomposed).ToList();
        foreach (var group in expected)
        {
            var matching = new Matching(group.Lines, forms, at);
            for (var taken = 0; taken < group.Lines.Count; taken++, at++)
            {
                if (at >= actual.Count || !matching.Take(at))
                {
                    return Describe(matching.Left, actual, at);
                }
            }
        }
        return isAll && at < actual.Count ? Describe([], actual, at) : [];
    }

    private static List<string> Describe(IReadOnlyList<ExpectedLine> wanted, IReadOnlyList<string> actual, int at)
    {
        var from = Math.Max(0, at - Surroundings);
        var text = new List<string> { string.Create(CultureInfo.InvariantCulture, $"line {at + 1} differs:") };
        text.AddRange(actual.Skip(from).Take(at - from).Select(line => "    " + line));
        text.Add("  expected: " + wanted.Count switch
        {
            0 => "(nothing more)",
            1 => $"{wanted[0]}",
            _ => "any of: " + string.Join(" | ", wanted),
        });
        text.Add("  got:      " + (at < actual.Count ? actual[at] : "(nothing more)"));
        text.AddRange(actual.Skip(at + 1).Take(Surroundings).Select(line => "    " + line));
        return text;
    }

    /// <summary>Gives each line a place among those that may come in any order. A line may fit several places, so earlier ones move if that helps.</summary>
    private sealed class Matching(ValueList<ExpectedLine> places, IReadOnlyList<string> actual, int first)
    {
        // The line at each place, as an index into actual; below first for none.
        private readonly int[] _lines = [.. Enumerable.Repeat(first - 1, places.Count)];

        /// <summary>The places that no line has.</summary>
        public IReadOnlyList<ExpectedLine> Left => [.. places.Where((_, at) => _lines[at] < first)];

        public bool Take(int line) => Take(line, new bool[places.Count]);

        private bool Take(int line, bool[] tried)
        {
            for (var at = 0; at < places.Count; at++)
            {
                if (tried[at] || !places[at].Fits(actual[line]))
                {
                    continue;
                }
                tried[at] = true;
                if (_lines[at] < first || Take(_lines[at], tried))
                {
                    _lines[at] = line;
                    return true;
                }
            }
            return false;
        }
    }
}
