namespace Chatroom.Actors;

/// <summary>The outcome of a replay.</summary>
public sealed record ReplayResult
{
    internal ReplayResult(ValueList<RoomEvent> events, ValueList<string> unexpected) => (Events, Unexpected) = (events, unexpected);

    /// <summary>What happened in it, in order.</summary>
    public ValueList<RoomEvent> Events { get; }

    /// <summary>SHA-256 over what was said and done, in hexadecimal, as <see cref="Transcript.Digest"/>.</summary>
    public string Digest => ConversationDigest.Of(Events);

    /// <summary>
    /// What must hold in every conversation and does not; minds that failed; and then what was not expected, with the lines around it. Lines
    /// for people; none if all is as expected.
    /// </summary>
    public ValueList<string> Differences => [.. EventProperties.Violations(Events), .. Unexpected];

    /// <summary>Where it differs from what was expected, as lines for people.</summary>
    internal ValueList<string> Unexpected { get; }
}
