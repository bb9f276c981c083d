using System.Globalization;

namespace Chatroom.Actors;

/// <summary>Replies in character, from nothing but the prompt: no state, no clock, no chance of its own.</summary>
internal sealed class PersonaMind(Persona persona, Catalogue catalogue) : IMind
{
    /// <inheritdoc />
    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromResult<string?>(Reply(prompt));

    /// <summary>Drawn apart from the words, so that a persona that takes its time says what it would say at once.</summary>
    public TimeSpan ThinkTime(Prompt prompt)
    {
        var dice = Dice(prompt, "think");
        return persona.Think.Min + TimeSpan.FromMilliseconds(dice.Below((int)(persona.Think.Max - persona.Think.Min).TotalMilliseconds + 1));
    }

    public string Reply(Prompt prompt)
    {
        var dice = Dice(prompt);
        var reply = dice.Pick(Choose(dice, prompt.Suggestion.Category == persona.Interest).Replies);
        return Placeholders.FillReply(reply, persona.Name, prompt.Suggestion, Counter(dice, prompt.Suggestion));
    }

    private static SplitMix64 Dice(Prompt prompt, params string[] purpose) => SplitMix64.For(
        prompt.Seed, [prompt.Name, prompt.Round.ToString(CultureInfo.InvariantCulture), prompt.Suggestion.Text, .. purpose]);

    private StanceReplies Choose(SplitMix64 dice, bool atInterest)
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

    private string Counter(SplitMix64 dice, Suggestion suggestion)
    {
        var others = catalogue.Of(persona.Interest).Where(what => what != suggestion.What).ToList();
        return others.Count > 0 ? dice.Pick(others) : suggestion.What;
    }
}
