using System.Globalization;

namespace Chatroom.Actors;

/// <summary>The room's own voice: what it suggests depends only on the seed and the round, or on the script.</summary>
internal static class Host
{
    /// <summary>The suggestion of a round, from 1. A script that is too short starts again from its top.</summary>
    public static Suggestion Suggest(Scenario scenario, long seed, int round) => scenario.Room.Next switch
    {
        SuggestionSource.Script => scenario.Suggestions[(round - 1) % scenario.Suggestions.Count],
        _ => Draw(scenario.Catalogue, seed, round),
    };

    private static Suggestion Draw(Catalogue catalogue, long seed, int round)
    {
        var dice = SplitMix64.For(seed, "Host", round.ToString(CultureInfo.InvariantCulture));
        // First the category, so that one with many actions is not suggested more often.
        var category = dice.Pick(catalogue.Actions.Select(action => action.Category).Distinct().ToList());
        var action = dice.Pick(catalogue.Actions.Where(one => one.Category == category).ToList());
        var subject = action.Subjects.Count == 0 ? null : dice.Pick(action.Subjects);
        return Ask(category, action.Action, subject, dice.Pick(catalogue.Questions));
    }

    /// <summary>Puts an action into one of the Host's questions.</summary>
    public static Suggestion Ask(string category, string action, string? subject, string question)
    {
        var plain = new Suggestion(category, action, subject, "");
        return plain with { Text = question.Replace("{what}", plain.What, StringComparison.Ordinal) };
    }
}
