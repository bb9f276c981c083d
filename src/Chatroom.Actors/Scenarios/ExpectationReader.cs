namespace Chatroom.Actors;

/// <summary>Reads what must come out of a scenario.</summary>
internal static class ExpectationReader
{
    /// <summary>Reads the object under <c>expect</c>.</summary>
    /// <param name="section">The object.</param>
    /// <param name="roster">The names on the roster; null when it could not be read.</param>
    public static Expectation Read(HoconSection section, ValueList<string>? roster)
    {
        var expect = new Expectation
        {
            Lines = section.Has("lines") ? section.Mixed("lines", ExpectedLines.One, ReadGroup) : null,
            FirstLines = section.Has("first-lines") ? section.Mixed("first-lines", ExpectedLines.One, ReadGroup) : null,
            Verdicts = section.Has("verdicts") ? section.Objects("verdicts", round => ReadVerdicts(round, roster)) : null,
            Reason = section.OptionalWord<CloseReason>("reason"),
            Digest = section.OptionalText("digest"),
        };
        section.NoMore();
        return expect;
    }

    private static ExpectedLines? ReadGroup(HoconSection section)
    {
        if (section.Has("any-order"))
        {
            return new ExpectedLines(section.Mixed("any-order", Exactly, ReadLine));
        }
        return ReadLine(section) is { } line ? new ExpectedLines([line]) : null;
    }

    private static ExpectedLine? ReadLine(HoconSection section)
    {
        if (section.Has("one-of"))
        {
            return new ExpectedLine.OneOf(section.Mixed("one-of", Exactly, ReadLine));
        }
        if (section.Has("like"))
        {
            return new ExpectedLine.Like(section.Text("like"));
        }
        section.Error("must be a text, or { any-order = [...] } around lines, { one-of = [...] } or { like = \"text with *\" }");
        return null;
    }

    private static ExpectedLine Exactly(string line) => new ExpectedLine.Exactly(line);

    private static ValueList<ParticipantVerdict> ReadVerdicts(HoconSection round, ValueList<string>? roster)
    {
        foreach (var stranger in round.Keys.Where(name => roster is not null && BotNames.Find(roster, name) is null))
        {
            round.KeyError(stranger, "is not on the roster");
        }
        return round.Keys.Select(name => (Name: name, Verdict: round.OptionalWord<Verdict>(name)))
            .Where(one => one.Verdict is not null)
            .Select(one => new ParticipantVerdict(roster is null ? one.Name : BotNames.Find(roster, one.Name) ?? one.Name, one.Verdict!.Value))
            .ToValueList();
    }
}
