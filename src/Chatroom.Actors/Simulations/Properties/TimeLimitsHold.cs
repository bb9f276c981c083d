namespace Chatroom.Actors;

/// <summary>A round is over after reply-timeout, and the room closes closing-timeout after the last round, unless something went wrong at that time, or so shortly before that somebody may be away.</summary>
internal sealed class TimeLimitsHold : ISimulationProperty
{
    // It takes so long to notice that a bot is away.
    private static readonly TimeSpan Noticing = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Inexact = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public string Name => "time limits hold";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome)
    {
        var room = outcome.Setup.Scenario.Room;
        var timed = outcome.Events.Zip(outcome.Times).ToList();
        foreach (var (happened, at) in timed)
        {
            // While all are away, and may come back, a round stays open.
            var (limit, end, before) = happened switch
            {
                Suggested its => (room.ReplyTimeout, EndOf(outcome, timed, other => other is RoundClosed closed && closed.Round == its.Round), Noticing + outcome.Setup.Patience),
                RoundClosed its when IsLast(outcome, its) => (room.ClosingTimeout, EndOf(outcome, timed, other => other is Closed), Noticing),
                _ => (TimeSpan.MaxValue, at, Noticing),
            };
            if (end - at - Inexact > limit && outcome.WasCalm(at - before, end))
                yield return $"after {(end - at).TotalSeconds:F1} s instead of {limit.TotalSeconds:F1} s ended what began at {at.TotalSeconds:F1} s: {EventJson.LineOf(happened)}";
        }
    }

    private static bool IsLast(SimulationOutcome outcome, RoundClosed closed) => !outcome.Events.Any(other => other is Suggested && other.N > closed.N);

    private static TimeSpan EndOf(SimulationOutcome outcome, List<(RoomEvent Happened, TimeSpan At)> timed, Predicate<RoomEvent> isEnd) =>
        timed.FindIndex(other => isEnd(other.Happened)) is >= 0 and var index ? timed[index].At : outcome.Time;
}
