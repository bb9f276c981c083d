using System.Globalization;

namespace Chatroom.Actors;

/// <summary>Replies in character, from nothing but the prompt: no state, no clock, no chance of its own.</summary>
internal sealed class PersonaMind(Persona persona, Catalogue catalogue) : IMind
{
    /// <inheritdoc />
    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromResult<string?>(Reply(prompt));

    public string Reply(Prompt prompt)
    {
        var dice = SplitMix64.For(prompt.Seed, prompt.Name, prompt.Round.ToString(CultureInfo.InvariantCulture), prompt.Suggestion.Text);
        var reply = dice.Pick(Choose(dice, prompt.Suggestion.Category == persona.Interest).Replies);
        return reply
            .Replace("{what}", prompt.Suggestion.What, StringComparison.Ordinal)
            .Replace("{other}", Other(dice, prompt.Suggestion), StringComparison.Ordinal);
    }

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

    private string Other(SplitMix64 dice, Suggestion suggestion)
    {
        var others = catalogue.Of(persona.Interest).Where(what => what != suggestion.What).ToList();
        return others.Count > 0 ? dice.Pick(others) : suggestion.What;
    }
}
