using System.Globalization;

namespace Chatroom.Actors;

/// <summary>
/// Replies in character, from the prompt alone: no state, no clock, no chance of its own. It uses the persona with the name of the
/// bot that is asked, because a bot that joins without a name learns its name only from the room. Without such a persona, or
/// with one that has no words, it stays silent.
/// </summary>
public sealed class PersonaMind : IMind
{
    private readonly ValueList<Persona> _personas;
    private readonly Catalogue _catalogue;

    /// <summary>Thinks as any persona on the roster of a scenario.</summary>
    public PersonaMind(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        (_personas, _catalogue) = (scenario.Roster, scenario.Catalogue);
    }

    internal PersonaMind(ValueList<Persona> personas, Catalogue catalogue) => (_personas, _catalogue) = (personas, catalogue);

    /// <inheritdoc />
    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromResult(Reply(prompt));

    /// <summary>Drawn apart from the words, so that a persona with a think time says the same as one without.</summary>
    public TimeSpan ThinkTime(Prompt prompt)
    {
        var think = Find(prompt)?.Think ?? default;
        return think.Min + TimeSpan.FromMilliseconds(Dice(prompt, "think").Below((int)(think.Max - think.Min).TotalMilliseconds + 1));
    }

    internal string? Reply(Prompt prompt) => Find(prompt) is { Stances.Count: > 0 } persona ? Reply(persona, prompt) : null;

    private string Reply(Persona persona, Prompt prompt)
    {
        var dice = Dice(prompt);
        var reply = dice.Pick(Choose(persona, dice, prompt.Suggestion.Category == persona.Interest).Replies);
        return Placeholders.FillReply(reply, prompt.Name, prompt.Suggestion, Counter(persona, dice, prompt.Suggestion));
    }

    private Persona? Find(Prompt prompt) => _personas.FirstOrDefault(persona => BotNames.AreSame(persona.Name, prompt.Name));

    private static SplitMix64 Dice(Prompt prompt, params string[] purpose) => SplitMix64.For(
        prompt.Seed, [prompt.Name, prompt.Round.ToString(CultureInfo.InvariantCulture), prompt.Suggestion.Text, .. purpose]);

    private static StanceReplies Choose(Persona persona, SplitMix64 dice, bool atInterest)
    {
        int Weight(StanceReplies stance) => atInterest ? stance.AtInterest : stance.Otherwise;
        var left = dice.Below(persona.Stances.Sum(Weight));
        foreach (var stance in persona.Stances)
        {
            left -= Weight(stance);
            if (left < 0)
            {
                return stance;
            }
        }
        throw new InvalidOperationException($"The stances of {persona.Name} have no weight.");
    }

    private string Counter(Persona persona, SplitMix64 dice, Suggestion suggestion)
    {
        var others = _catalogue.Of(persona.Interest).Where(what => what != suggestion.What).ToList();
        return others.Count > 0 ? dice.Pick(others) : suggestion.What;
    }
}
