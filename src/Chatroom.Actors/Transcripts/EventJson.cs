using System.Diagnostics;
using System.Text.Json;

namespace Chatroom.Actors;

/// <summary>Events as JSON objects: n, t, type, and what the event carries.</summary>
internal static class EventJson
{
    private static readonly Form[] Forms =
    [
        Of("opened", WriteOpened, (json, n, t) => new Opened(
            n, t, json.Text("room"), json.Text("scenario"), json.Long("seed"), ReadRoster(json), json.Int("rounds"))),
        Of("joined", WriteJoined, (json, n, t) => new Joined(n, t, json.Text("name"), json.Text("from")) { TicketDigest = json.TextOrNull("ticket-digest") }),
        Of("returned", WriteReturned, (json, n, t) => new Returned(n, t, json.Text("name"), json.Text("from"))),
        Of("refused", WriteRefused, (json, n, t) => new Refused(
            n, t, json.TextOrNull("name"), json.Word<RefusalReason>("reason"), json.Text("text"), json.Text("from"))),
        Of("suggested", WriteSuggested, (json, n, t) => new Suggested(
            n, t, json.Int("round"), new Suggestion(json.Text("category"), json.Text("action"), json.TextOrNull("subject"), json.Text("text")))),
        Of("said", WriteSaid, (json, n, t) => new Said(n, t, json.Int("round"), json.Text("name"), json.Text("text"), json.Bool("late"))),
        Of("left", WriteLeft, (json, n, t) => new Left(n, t, json.Text("name"), json.Word<Leaving>("how"))),
        Of("round-closed", WriteRoundClosed, (json, n, t) => new RoundClosed(n, t, json.Int("round"), ReadVerdicts(json)) { Stop = json.WordOrNull<CloseReason>("stop") }),
        Of("closed", WriteClosed, (json, n, t) => new Closed(n, t, json.Word<CloseReason>("reason"))),
    ];

    private static readonly Dictionary<Type, Form> ByClass = Forms.ToDictionary(form => form.Class);
    private static readonly Dictionary<string, Form> ByWord = Forms.ToDictionary(form => form.Word, StringComparer.Ordinal);

    /// <summary>The event as one line.</summary>
    public static string LineOf(RoomEvent happened) => JsonText.Object(json => Write(json, happened));

    public static void Write(Utf8JsonWriter json, RoomEvent happened)
    {
        if (!ByClass.TryGetValue(happened.GetType(), out var form))
        {
            throw new UnreachableException($"{happened.GetType().Name} has no JSON.");
        }
        json.WriteNumber("n", happened.N);
        json.WriteNumber("t", happened.T);
        json.WriteString("type", form.Word);
        form.Write(json, happened);
    }

    /// <exception cref="FormatException">It is not an event.</exception>
    public static RoomEvent Read(JsonElement json)
    {
        var (n, t, type) = (json.Int("n"), json.Long("t"), json.Text("type"));
        return ByWord.TryGetValue(type, out var form) ? form.Read(json, n, t) : throw new FormatException($"there is no event of type {type}");
    }

    private static void WriteOpened(Utf8JsonWriter json, Opened opened)
    {
        json.WriteString("room", opened.Room);
        json.WriteString("scenario", opened.Scenario);
        json.WriteNumber("seed", opened.Seed);
        JsonText.WriteStrings(json, "roster", opened.Roster);
        json.WriteNumber("rounds", opened.Rounds);
    }

    private static ValueList<string> ReadRoster(JsonElement json)
    {
        var roster = json.Strings("roster");
        return roster.Distinct(StringComparer.Ordinal).Count() == roster.Count ? roster : throw new FormatException("roster names somebody twice");
    }

    private static void WriteJoined(Utf8JsonWriter json, Joined joined)
    {
        json.WriteString("name", joined.Name);
        json.WriteString("from", joined.From);
        if (joined.TicketDigest is { } digest)
        {
            json.WriteString("ticket-digest", digest);
        }
    }

    private static void WriteReturned(Utf8JsonWriter json, Returned returned)
    {
        json.WriteString("name", returned.Name);
        json.WriteString("from", returned.From);
    }

    private static void WriteRefused(Utf8JsonWriter json, Refused refused)
    {
        json.WriteString("name", refused.Name);
        json.WriteString("reason", EnumWords.Of(refused.Reason));
        json.WriteString("text", refused.Text);
        json.WriteString("from", refused.From);
    }

    private static void WriteSuggested(Utf8JsonWriter json, Suggested suggested)
    {
        json.WriteNumber("round", suggested.Round);
        json.WriteString("category", suggested.Suggestion.Category);
        json.WriteString("action", suggested.Suggestion.Action);
        json.WriteString("subject", suggested.Suggestion.Subject);
        json.WriteString("text", suggested.Suggestion.Text);
    }

    private static void WriteSaid(Utf8JsonWriter json, Said said)
    {
        json.WriteNumber("round", said.Round);
        json.WriteString("name", said.Name);
        json.WriteString("text", said.Text);
        json.WriteBoolean("late", said.Late);
    }

    private static void WriteLeft(Utf8JsonWriter json, Left left)
    {
        json.WriteString("name", left.Name);
        json.WriteString("how", EnumWords.Of(left.How));
    }

    private static void WriteRoundClosed(Utf8JsonWriter json, RoundClosed closed)
    {
        json.WriteNumber("round", closed.Round);
        json.WriteStartArray("verdicts");
        foreach (var (name, verdict) in closed.Verdicts)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("verdict", EnumWords.Of(verdict));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (closed.Stop is { } stop)
        {
            json.WriteString("stop", EnumWords.Of(stop));
        }
    }

    private static ValueList<ParticipantVerdict> ReadVerdicts(JsonElement json) =>
        json.Array("verdicts").Select(one => new ParticipantVerdict(one.Text("name"), one.Word<Verdict>("verdict"))).ToValueList();

    private static void WriteClosed(Utf8JsonWriter json, Closed closed) => json.WriteString("reason", EnumWords.Of(closed.Reason));

    private static Form Of<T>(string word, Action<Utf8JsonWriter, T> write, Func<JsonElement, int, long, T> read) where T : RoomEvent =>
        new(word, typeof(T), (json, happened) => write(json, (T)happened), read);

    /// <summary>A kind of event: its word in a file, which stays even if the class is renamed, and how it is written and read.</summary>
    private sealed record Form(string Word, Type Class, Action<Utf8JsonWriter, RoomEvent> Write, Func<JsonElement, int, long, RoomEvent> Read);
}
