using System.Globalization;

namespace Chatroom.Actors;

/// <summary>
/// Thinks as a bot's persona does, but takes its time, is silent now and then, and sometimes fails; all that follows from the conversation's
/// seed. A mind that is brought in answers for itself. It is asked at once, or when its time is over, as one that reads late: it has heard
/// then what was said meanwhile.
/// </summary>
/// <param name="setup">What is simulated.</param>
/// <param name="life">Gets the answers.</param>
/// <param name="time">The time of the bot's process.</param>
/// <param name="own">The mind that is brought in; null for the persona.</param>
internal sealed class SimulatedMind(SimulationSetup setup, BotLife life, TimeProvider time, IMind? own) : IMind
{
    private readonly PersonaMind _mind = new(setup.Scenario.Roster, setup.Scenario.Catalogue);

    /// <inheritdoc />
    public TimeSpan ThinkTime(Prompt prompt) => own is null || IsAskedAtOnce(prompt) ? TimeOf(prompt) : TimeSpan.Zero;

    /// <inheritdoc />
    public void Hear(RoomEvent happened) => own?.Hear(happened);

    // One that answers late is: nobody asks about a round that is over.
    private bool IsAskedAtOnce(Prompt prompt) => Of(prompt, "asked").Below(2) == 0 || TimeOf(prompt) >= setup.Scenario.Room.ReplyTimeout;

    private TimeSpan TimeOf(Prompt prompt)
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
        if (own is not null)
        {
            var start = time.GetTimestamp();
            if (!IsAskedAtOnce(prompt))
                await Task.Delay(TimeOf(prompt), time, cancellationToken).ConfigureAwait(false);
            var answer = await own.ReplyAsync(After(time.GetElapsedTime(start), prompt), cancellationToken).ConfigureAwait(false);
            if (!AskedMinds.IsSilence(answer))
                return Note(prompt.Round, ThinkTime(prompt), answer);
            life.Unanswered[prompt.Round] = TimeSpan.FromTicks(time.GetTimestamp());
            return answer;
        }

        switch (Of(prompt, "reply").Below(40))
        {
            case 0:
                return null;
            case 1:
                throw new InvalidOperationException("A simulated mind fails.");
            default:
                // Nothing is waited for here.
                return Note(prompt.Round, ThinkTime(prompt), await _mind.ReplyAsync(prompt, cancellationToken).ConfigureAwait(false));
        }
    }

    private string? Note(int round, TimeSpan after, string? text)
    {
        if (text is not null)
            life.Answers[round] = (TimeSpan.FromTicks(time.GetTimestamp()) + after, text);
        return text;
    }

    private static Prompt After(TimeSpan span, Prompt prompt) =>
        prompt with { Deadline = prompt.Deadline is { } left ? TimeSpan.FromTicks(Math.Max(0, (left - span).Ticks)) : null };

    private static SplitMix64 Of(Prompt prompt, string what) =>
        SplitMix64.For(prompt.Seed, what, prompt.Name, prompt.Round.ToString(CultureInfo.InvariantCulture));
}
