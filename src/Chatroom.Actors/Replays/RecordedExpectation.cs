namespace Chatroom.Actors;

/// <summary>What is expected of a conversation that is played again.</summary>
internal static class RecordedExpectation
{
    /// <summary>Everything that came out.</summary>
    public static Expectation Of(Transcript transcript) => new()
    {
        Lines = HasOrder(transcript.Header, transcript.Events) ? LinesOf(transcript.Events, []) : null,
        Verdicts = VerdictsIn(transcript.Events),
        Reason = transcript.End.Reason,
        Digest = transcript.End.Digest,
    };

    /// <summary>As much as is known, and does not depend on what some bots say.</summary>
    /// <param name="header">What the conversation was started with.</param>
    /// <param name="part">What is played of it.</param>
    /// <param name="asked">The names of the bots that are asked what to say.</param>
    public static Expectation Of(TranscriptHeader header, PlayablePart part, IReadOnlyList<string> asked)
    {
        var events = part.Events;
        var lines = HasOrder(header, events) ? LinesOf(events, asked) : null;
        return new Expectation
        {
            Lines = part.End is null ? lines : null,
            FirstLines = part.End is null ? null : lines,
            Verdicts = VerdictsIn(events),
            Reason = part.End is null && events is [.., Closed closed] ? closed.Reason : null,
            Digest = part.IsAll && asked.Count == 0 ? ConversationDigest.Of(events) : null,
        };
    }

    // With order = roster, chance decides between which joins a refusal comes; the digest has refusals all the same.
    private static bool HasOrder(TranscriptHeader header, ValueList<RoomEvent> events) =>
        header.Room.Order != SpeakingOrder.Roster || !events.OfType<Refused>().Any();

    private static ValueList<ValueList<ParticipantVerdict>> VerdictsIn(ValueList<RoomEvent> events) =>
        events.OfType<RoundClosed>().Select(closed => closed.Verdicts).ToValueList();

    private static ValueList<ExpectedLines> LinesOf(ValueList<RoomEvent> events, IReadOnlyList<string> asked)
    {
        var text = new RoomText(addresses: false);
        return [.. events.SelectMany(happened => text.Next(happened).Select(line => happened is Said said && asked.Contains(said.Name)
            ? new ExpectedLines([new ExpectedLine.Like($"{line[..^said.Text.Length]}*")])
            : ExpectedLines.One(line)))];
    }
}
