using System.Text.Json;

namespace Chatroom.Actors;

/// <summary>The first and the last line of a transcript as JSON.</summary>
internal static class HeaderJson
{
    public const string Head = "transcript";
    public const string Tail = "end";

    public static void Write(Utf8JsonWriter json, TranscriptHeader header)
    {
        json.WriteString("type", Head);
        json.WriteNumber("version", TranscriptHeader.Version);
        json.WriteString("room", header.Room.Name);
        json.WriteString("scenario", header.Scenario);
        json.WriteString("scenario-digest", header.ScenarioDigest);
        json.WriteNumber("seed", header.Seed);
        JsonText.WriteStrings(json, "roster", header.Roster);
        json.WriteNumber("rounds", header.Room.Rounds);
        json.WriteString("order", EnumWords.Of(header.Room.Order));
        json.WriteString("next", EnumWords.Of(header.Room.Next));
        json.WriteNumber("join-timeout", (long)header.Room.JoinTimeout.TotalMilliseconds);
        json.WriteNumber("reply-timeout", (long)header.Room.ReplyTimeout.TotalMilliseconds);
        json.WriteNumber("closing-timeout", (long)header.Room.ClosingTimeout.TotalMilliseconds);
        WriteStopRules(json, header.Room);
        json.WriteString("program", header.Program);
    }

    /// <exception cref="FormatException">It is not a header, or one of another version.</exception>
    public static TranscriptHeader ReadHeader(JsonElement json)
    {
        if (json.Int("version") != TranscriptHeader.Version)
        {
            throw new FormatException($"version {json.Int("version")} is not known here, only {TranscriptHeader.Version}");
        }
        return new TranscriptHeader(
            json.Text("scenario"),
            json.Text("scenario-digest"),
            json.Long("seed"),
            json.Strings("roster"),
            new RoomSettings
            {
                Name = json.Text("room"),
                Rounds = json.Int("rounds"),
                Order = json.Word<SpeakingOrder>("order"),
                Next = json.Word<SuggestionSource>("next"),
                JoinTimeout = Time("join-timeout", json.Long("join-timeout")),
                ReplyTimeout = Time("reply-timeout", json.Long("reply-timeout")),
                ClosingTimeout = Time("closing-timeout", json.Long("closing-timeout")),
                Quorum = json.IntOrNull("quorum"),
                StopText = json.TextOrNull("stop-text"),
                StopAfter = json.LongOrNull("stop-after") is { } after ? Time("stop-after", after) : null,
                StopBelow = json.IntOrNull("stop-below") ?? new RoomSettings().StopBelow,
            },
            json.Text("program"));
    }

    // No scenario has a longer one.
    private static TimeSpan Time(string name, long milliseconds) => milliseconds is >= 0 and <= 24 * 60 * 60 * 1000
        ? TimeSpan.FromMilliseconds(milliseconds)
        : throw new FormatException($"{name} is no time from 0 ms to 1 day");

    // Writes only the rules that were set: most rooms play all their rounds.
    private static void WriteStopRules(Utf8JsonWriter json, RoomSettings room)
    {
        if (room.Quorum is { } quorum)
        {
            json.WriteNumber("quorum", quorum);
        }
        if (room.StopText is { } text)
        {
            json.WriteString("stop-text", text);
        }
        if (room.StopAfter is { } after)
        {
            json.WriteNumber("stop-after", (long)after.TotalMilliseconds);
        }
        if (room.StopBelow != new RoomSettings().StopBelow)
        {
            json.WriteNumber("stop-below", room.StopBelow);
        }
    }

    public static void Write(Utf8JsonWriter json, TranscriptEnd end)
    {
        json.WriteString("type", Tail);
        json.WriteString("reason", EnumWords.Of(end.Reason));
        json.WriteNumber("events", end.Events);
        json.WriteString("digest", end.Digest);
    }

    /// <exception cref="FormatException">It is not a last line.</exception>
    public static TranscriptEnd ReadEnd(JsonElement json) =>
        new(json.Word<CloseReason>("reason"), json.Int("events"), json.Text("digest"));
}
