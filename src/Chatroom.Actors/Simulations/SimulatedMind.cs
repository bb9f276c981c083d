namespace Chatroom.Actors;

/// <summary>Thinks as a bot's persona does, but takes its time, is silent now and then, and sometimes fails; all that follows from the conversation's seed.</summary>
internal sealed class SimulatedMind(SimulationSetup setup) : IMind
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
    public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Of(prompt, "reply").Below(40) switch
    {
        0 => Task.FromResult<string?>(null),
        1 => Task.FromException<string?>(new InvalidOperationException("A simulated mind fails.")),
        _ => _mind.ReplyAsync(prompt, cancellationToken),
    };

    private static SplitMix64 Of(Prompt prompt, string what) =>
        SplitMix64.For(prompt.Seed, what, prompt.Name, prompt.Round.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
