using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chatroom.Actors;

namespace Stress.Verbs;

/// <summary>Transcripts that are nearly as they were written, mostly with hashes that fit: those of somebody who knows the format.</summary>
internal static partial class TranscriptMutation
{
    private static readonly string[] Values =
    [
        "0", "-1", "1e0", "1.5", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "null", "true", "[]", "{}",
        "[\"\"]", "[null]", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"\\u001b[31m\"", "\"a\\nb\"", "\"Felix\"", "\"arrival\"", "\"catalogue\"", "\"script\"", "\"counter\"",
        "\"completed\"", "\"stopped\"", "\"crashed\"", "\"late\"", "\"opened\"", "\"joined\"", "\"said\"", "\"suggested\"", "\"closed\"", "\"round-closed\"", "\"left\"", "\"end\"", "\"transcript\"",
    ];

    /// <summary>A transcript made from the lines of a good one.</summary>
    public static string Of(string[] good, Random random)
    {
        var lines = good.Select(line => line[..HashChain.LengthOfJson(line)] + "}").ToList();
        for (var changes = random.Next(4); changes > 0; changes--)
            Change(lines, random);
        if (lines.Count > 1 && random.Next(4) > 0)
            Renumber(lines);
        if (random.Next(20) == 0)
            return string.Join('\n', lines);
        var chain = new HashChain();
        return string.Concat(lines.Select(line => (line.Length > 1 ? chain.Seal(line) : line) + (random.Next(200) == 0 ? "\r\n" : "\n")));
    }

    private static void Change(List<string> lines, Random random)
    {
        var at = random.Next(lines.Count);
        switch (random.Next(8))
        {
            case 0 when lines.Count > 1:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count + 1), lines[at]);
                break;
            case 2:
                lines[at] = lines[at].Insert(random.Next(lines[at].Length), " ");
                break;
            case 3 when lines.Count > 2:
                lines.RemoveRange(at, lines.Count - at);
                if (lines.Count == 0)
                    lines.Add("{}");
                break;
            default:
                lines[at] = WithOtherValue(lines[at], random);
                break;
        }
    }

    private static string WithOtherValue(string line, Random random)
    {
        var values = Value().Matches(line);
        if (values.Count == 0)
            return line;
        var chosen = values[random.Next(values.Count)].Groups[1];
        return $"{line[..chosen.Index]}{Values[random.Next(Values.Length)]}{line[(chosen.Index + chosen.Length)..]}";
    }

    // Without this nearly all changes would end at the first check.
    private static void Renumber(List<string> lines)
    {
        var events = new List<RoomEvent>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].StartsWith("{\"type\":\"end\"", StringComparison.Ordinal))
                continue;
            lines[i] = Number().Replace(lines[i], $"{{\"n\":{i.ToString(CultureInfo.InvariantCulture)},", 1);
            try
            {
                using var json = JsonDocument.Parse(lines[i]);
                events.Add(EventJson.Read(json.RootElement));
            }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
            {
                return;
            }
        }

        if (events is [.., Closed closed] && lines[^1].StartsWith("{\"type\":\"end\"", StringComparison.Ordinal))
            lines[^1] = JsonText.Object(json => HeaderJson.Write(json, new TranscriptEnd(closed.Reason, events.Count, ConversationDigest.Of(events))));
    }

    [GeneratedRegex("""[:\[,]("(?:[^"\\]|\\.)*"(?!:)|-?[0-9]+|\[[^\]]*\]|true|false|null)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();

    [GeneratedRegex("""^\{"n":[^,]*,""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
