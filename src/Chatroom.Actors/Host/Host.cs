using System.Globalization;

namespace Chatroom.Actors;

/// <summary>The room's own voice: its suggestions depend only on the seed and the round, on the script, or on what was said.</summary>
internal static class Host
{
    /// <summary>The suggestion of a round, from 1. A script that is too short starts again from its top.</summary>
    /// <param name="scenario">The setup of the conversation.</param>
    /// <param name="seed">The source of all chance.</param>
    /// <param name="round">The round.</param>
    /// <param name="history">What has happened so far.</param>
    public static Suggestion Suggest(Scenario scenario, long seed, int round, IReadOnlyList<RoomEvent> history) => scenario.Room.Next switch
    {
        SuggestionSource.Script => scenario.Suggestions[(round - 1) % scenario.Suggestions.Count],
        SuggestionSource.Counter when CounterSuggestions.MostWanted(scenario.Catalogue, scenario.Names, history) is { } wanted =>
            Placeholders.Ask(wanted, Dice(seed, round).Pick(scenario.Catalogue.Questions)),
        _ => Draw(scenario.Catalogue, Dice(seed, round)),
    };

    private static SplitMix64 Dice(long seed, int round) => SplitMix64.For(seed, "Host", round.ToString(CultureInfo.InvariantCulture));

    private static Suggestion Draw(Catalogue catalogue, SplitMix64 dice)
    {
        // First the category, so that one with many actions is not suggested more often.
        var category = dice.Pick(catalogue.Actions.Select(action => action.Category).Distinct().ToList());
        var action = dice.Pick(catalogue.Actions.Where(one => one.Category == category).ToList());
        var subject = action.Subjects.Count == 0 ? null : dice.Pick(action.Subjects);
        return Placeholders.Ask(new Suggestion(category, action.Action, subject, ""), dice.Pick(catalogue.Questions));
    }
}
