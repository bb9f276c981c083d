using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Chatroom.Actors;

/// <summary>SHA-256 over all that a scenario sets up, independent of the form of its file; without what it expects, and what goes wrong in simulations.</summary>
internal static class ScenarioDigest
{
    /// <summary>The digest, in hexadecimal.</summary>
    public static string Of(Scenario scenario) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(scenario))));

    /// <summary>The text that is hashed: one JSON array per line.</summary>
    public static string Canonical(Scenario scenario)
    {
        var text = new StringBuilder();
        void Add(params object?[] fields) => text.Append(JsonSerializer.Serialize(fields)).Append('\n');

        var room = scenario.Room;
        Add("room", room.Name, room.Rounds, EnumWords.Of(room.Order), EnumWords.Of(room.Next), room.JoinTimeout.Ticks, room.ReplyTimeout.Ticks, room.ClosingTimeout.Ticks);
        var none = new RoomSettings();
        if ((room.Quorum, room.StopText, room.StopAfter, room.StopBelow) != (none.Quorum, none.StopText, none.StopAfter, none.StopBelow))
        {
            Add("stop", room.Quorum, room.StopText, room.StopAfter?.Ticks, room.StopBelow);
        }
        Add("seed", scenario.Seed?.ToString(CultureInfo.InvariantCulture));
        foreach (var persona in scenario.Roster)
        {
            Add("persona", persona.Name, persona.Character, persona.Interest);
            if (persona.Think.Max > TimeSpan.Zero)
            {
                Add("think", persona.Think.Min.Ticks, persona.Think.Max.Ticks);
            }
            foreach (var stance in persona.Stances.Where(IsHashed))
            {
                Add([EnumWords.Of(stance.Stance), stance.AtInterest, stance.Otherwise, .. stance.Replies]);
            }
        }
        foreach (var action in scenario.Catalogue.Actions)
        {
            Add(["action", action.Category, action.Action, .. action.Subjects]);
        }
        Add(["questions", .. scenario.Catalogue.Questions]);
        foreach (var suggestion in scenario.Suggestions)
        {
            Add("suggestion", suggestion.Category, suggestion.Action, suggestion.Subject, suggestion.Text);
        }
        foreach (var step in scenario.Script)
        {
            Add(StepDigest.Fields(step));
        }
        return text.ToString();
    }

    // The first four stances were hashed from the beginning, with weight or without. A stance that is added later counts only if it
    // has weight, so that all earlier scenarios keep their digest, and their transcripts can be resumed.
    private static bool IsHashed(StanceReplies its) =>
        its.Stance is Stance.Keen or Stance.Willing or Stance.Declining or Stance.Countering || its.AtInterest > 0 || its.Otherwise > 0;
}
