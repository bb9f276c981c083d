using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Chatroom.Actors;

/// <summary>
/// SHA-256 over what was said and done, in canonical form: joins, answers inside a round and leavings sorted by roster,
/// refusals by name; no numbers, times or addresses. Two runs of one scenario that differ only in speed have the same digest.
/// </summary>
internal static class ConversationDigest
{
    /// <summary>The digest, in hexadecimal.</summary>
    public static string Of(IReadOnlyList<RoomEvent> events) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(events))));

    /// <summary>The text that is hashed: one JSON array of strings per line. docs/transcript.md has the order.</summary>
    public static string Canonical(IReadOnlyList<RoomEvent> events)
    {
        var text = new StringBuilder();
        void Add(params string?[] fields) => text.Append(JsonSerializer.Serialize(fields)).Append('\n');

        var roster = events.OfType<Opened>().FirstOrDefault()?.Roster ?? [];
        var places = roster.Select((name, place) => (name, place)).ToDictionary(one => one.name, one => one.place, StringComparer.Ordinal);
        int Place(string name) => places.GetValueOrDefault(name, int.MaxValue);

        foreach (var opened in events.OfType<Opened>())
        {
            Add(["opened", opened.Room, Number(opened.Rounds), .. roster]);
        }
        foreach (var joined in events.OfType<Joined>().OrderBy(joined => Place(joined.Name)))
        {
            Add("joined", joined.Name);
        }
        foreach (var refused in events.OfType<Refused>().OrderBy(refused => refused.Name, StringComparer.Ordinal).ThenBy(refused => refused.Reason))
        {
            Add("refused", refused.Name, EnumWords.Of(refused.Reason));
        }
        foreach (var (_, _, round, suggestion) in events.OfType<Suggested>())
        {
            Add("suggested", Number(round), suggestion.Category, suggestion.Action, suggestion.Subject, suggestion.Text);
            foreach (var said in events.OfType<Said>().Where(said => said.Round == round).OrderBy(said => Place(said.Name)))
            {
                Add("said", said.Name, said.Text, said.Late ? "late" : "in time");
            }
            foreach (var verdict in events.OfType<RoundClosed>().Where(closed => closed.Round == round).SelectMany(closed => closed.Verdicts))
            {
                Add("verdict", verdict.Name, EnumWords.Of(verdict.Verdict));
            }
        }
        foreach (var left in events.OfType<Left>().OrderBy(left => Place(left.Name)))
        {
            Add("left", left.Name, EnumWords.Of(left.How));
        }
        foreach (var returned in events.OfType<Returned>().OrderBy(returned => Place(returned.Name)))
        {
            Add("returned", returned.Name);
        }
        foreach (var closed in events.OfType<Closed>())
        {
            Add("closed", EnumWords.Of(closed.Reason));
        }
        // In an order that does not depend on chance.
        foreach (var fields in events.Where(IsOther).Select(OtherFields).OrderBy(fields => string.Join('\n', fields), StringComparer.Ordinal))
        {
            Add(fields);
        }
        return text.ToString();
    }

    // A kind of event that did not exist when digests began: it changes no earlier digest, and needs no place above.
    private static bool IsOther(RoomEvent happened) =>
        happened is not (Opened or Joined or Refused or Suggested or Said or RoundClosed or Left or Returned or Closed);

    // As in a transcript, except for number, time and address.
    private static string[] OtherFields(RoomEvent happened)
    {
        using var line = JsonDocument.Parse(JsonText.Object(json => EventJson.Write(json, happened)));
        return [.. line.RootElement.EnumerateObject().Where(field => field.Name is not ("n" or "t" or "from")).Select(field => field.Value.ToString())];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
