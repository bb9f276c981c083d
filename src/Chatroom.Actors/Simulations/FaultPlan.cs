using ActorSimulation;

namespace Chatroom.Actors;

/// <summary>Draws what goes wrong in a run: first which kinds, how often and for how long, then each fault.</summary>
internal static class FaultPlan
{
    private static readonly Func<Chance, TimeSpan, string, TimeSpan, Fault>[] Kinds =
    [
        (_, at, bot, _) => new Fault.Cut(at, bot),
        (_, at, bot, span) => new Fault.Block(at, bot, span, FaultWay.ToBot),
        (_, at, bot, span) => new Fault.Block(at, bot, span, FaultWay.FromBot),
        (_, at, bot, span) => new Fault.Block(at, bot, span, FaultWay.Both),
        (chance, at, bot, span) => new Fault.Slow(at, bot, span, 2 + chance.Below(2000)),
        (_, at, bot, span) => new Fault.Refuse(at, bot, span),
        (chance, at, bot, span) => new Fault.Kill(at, bot, chance.OneIn(4) ? null : span, DrawEnding(chance)),
        (chance, at, _, span) => new Fault.Kill(at, null, span, DrawEnding(chance)),
        (_, at, bot, span) => new Fault.Pause(at, bot, span),
        (_, at, _, span) => new Fault.Pause(at, null, span),
    ];

    /// <summary>The faults of a run, in order of time.</summary>
    /// <param name="chance">Decides.</param>
    /// <param name="bots">The names of the bots.</param>
    /// <param name="until">When the last one begins at the latest.</param>
    public static ValueList<Fault> Draw(Chance chance, IReadOnlyList<string> bots, TimeSpan until)
    {
        var kinds = Kinds.Where(_ => chance.OneIn(2)).ToList();
        var gap = chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        var longest = chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40));
        var faults = new List<Fault>();
        for (var at = DrawGap(chance, gap); at < until && kinds.Count > 0; at += DrawGap(chance, gap))
            faults.Add(chance.Pick(kinds)(chance, at, chance.Pick(bots), chance.Between(TimeSpan.FromMilliseconds(10), longest)));
        return faults.ToValueList();
    }

    private static TimeSpan DrawGap(Chance chance, TimeSpan gap) => chance.Between(TimeSpan.FromMilliseconds(1), 2 * gap);

    private static NodeEnding DrawEnding(Chance chance) => chance.Pick(Enum.GetValues<NodeEnding>());
}
