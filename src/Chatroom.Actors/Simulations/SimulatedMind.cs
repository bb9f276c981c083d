using System.Globalization;

namespace Chatroom.Actors;

/// <summary>Thinks as a bot's persona does, but takes its time, is silent now and then, and sometimes fails; all that follows from the conversation's seed.</summary>
/// <param name="setup">What is simulated.</param>
/// <param name="life">Gets the answers.</param>
/// <param name="time">The time.</param>
internal sealed class SimulatedMind(SimulationSetup setup, BotLife life, TimeProvider time) : IMind
{
    private readonly PersonaMind _mind = new(setup.Scenario.Roster, setup.Scenario.Catalogue);

    /// <inheritdoc />
    public TimeSpan ThinkTime(Prompt prompt)
    {
        // In some conversations everybody is quick; in others some are late.
        var longest = SplitMix64.For(prompt.Seed, "pace").Below(3) switch
        {
            0 => TimeSpan.FromSeconds(1),
            1 => setup.Scenario.Room.ReplyTimeout / 3,
            _ => setup.Scenario.Room.ReplyTimeout * 1.1,
        };
        return longest * (Of(prompt, "time").Below(1000) / 1000.0);
    }

    /// <inheritdoc />
    public async Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        switch (Of(prompt, "reply").Below(40))
        {
            case 0:
                return null;
            case 1:
                throw new InvalidOperationException("A simulated mind fails.");
            default:
                // Nothing is waited for here.
                var text = await _mind.ReplyAsync(prompt, cancellationToken).ConfigureAwait(false);
                if (text is not null)
                    life.Answers[prompt.Round] = (TimeSpan.FromTicks(time.GetTimestamp()) + ThinkTime(prompt), text);
                return text;
        }
    }

    private static SplitMix64 Of(Prompt prompt, string what) =>
        SplitMix64.For(prompt.Seed, what, prompt.Name, prompt.Round.ToString(CultureInfo.InvariantCulture));
}
