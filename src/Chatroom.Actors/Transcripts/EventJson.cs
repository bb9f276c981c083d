using System.Diagnostics;
using System.Text.Json;

namespace Chatroom.Actors;

/// <summary>Events as JSON objects: n, t, type, and what the event carries.</summary>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, RoomEvent happened)
    {
        json.WriteNumber("n", happened.N);
        json.WriteNumber("t", happened.T);
        switch (happened)
        {
            case Opened opened:
                json.WriteString("type", "opened");
                json.WriteString("room", opened.Room);
                json.WriteString("scenario", opened.Scenario);
                json.WriteNumber("seed", opened.Seed);
                JsonText.WriteStrings(json, "roster", opened.Roster);
                json.WriteNumber("rounds", opened.Rounds);
                break;
            case Joined joined:
                json.WriteString("type", "joined");
                WriteJoined(json, joined);
                break;
            case Returned returned:
                json.WriteString("type", "returned");
                json.WriteString("name", returned.Name);
                json.WriteString("from", returned.From);
                break;
            case Refused refused:
                json.WriteString("type", "refused");
                WriteRefused(json, refused);
                break;
            case Suggested suggested:
                json.WriteString("type", "suggested");
                WriteSuggested(json, suggested);
                break;
            case Said said:
                json.WriteString("type", "said");
                json.WriteNumber("round", said.Round);
                json.WriteString("name", said.Name);
                json.WriteString("text", said.Text);
                json.WriteBoolean("late", said.Late);
                break;
            case Left left:
                json.WriteString("type", "left");
                json.WriteString("name", left.Name);
                json.WriteString("how", EnumWords.Of(left.How));
                break;
            case RoundClosed closed:
                json.WriteString("type", "round-closed");
                WriteVerdicts(json, closed);
                break;
            case Closed closed:
                json.WriteString("type", "closed");
                json.WriteString("reason", EnumWords.Of(closed.Reason));
                break;
            default:
                throw new UnreachableException($"{happened.GetType().Name} has no JSON.");
        }
    }

    /// <exception cref="FormatException">It is no event.</exception>
    public static RoomEvent Read(JsonElement json)
    {
        var (n, t) = (json.Int("n"), json.Long("t"));
        return json.Text("type") switch
        {
            "opened" => new Opened(n, t, json.Text("room"), json.Text("scenario"), json.Long("seed"), ReadRoster(json), json.Int("rounds")),
            "joined" => new Joined(n, t, json.Text("name"), json.Text("from")) { TicketDigest = json.TextOrNull("ticket-digest") },
            "returned" => new Returned(n, t, json.Text("name"), json.Text("from")),
            "refused" => new Refused(n, t, json.TextOrNull("name"), json.Word<RefusalReason>("reason"), json.Text("text"), json.Text("from")),
            "suggested" => new Suggested(n, t, json.Int("round"),
                new Suggestion(json.Text("category"), json.Text("action"), json.TextOrNull("subject"), json.Text("text"))),
            "said" => new Said(n, t, json.Int("round"), json.Text("name"), json.Text("text"), json.Bool("late")),
            "left" => new Left(n, t, json.Text("name"), json.Word<Leaving>("how")),
            "round-closed" => new RoundClosed(n, t, json.Int("round"), json.Array("verdicts")
                .Select(one => new ParticipantVerdict(one.Text("name"), one.Word<Verdict>("verdict"))).ToValueList()) { Stop = json.WordOrNull<CloseReason>("stop") },
            "closed" => new Closed(n, t, json.Word<CloseReason>("reason")),
            var type => throw new FormatException($"there is no event of type {type}"),
        };
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

    private static void WriteVerdicts(Utf8JsonWriter json, RoundClosed closed)
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
}
