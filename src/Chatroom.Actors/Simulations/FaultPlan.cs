using ActorSimulation;

namespace Chatroom.Actors;

/// <summary>What may go wrong in runs, and how often.</summary>
/// <param name="Kinds">Which of <see cref="AllKinds"/>; each run draws some of them.</param>
/// <param name="Gap">The longest time between two faults, on average; each run draws its own.</param>
internal sealed record FaultPlan(ValueList<string> Kinds, TimeSpan Gap)
{
    private static readonly TimeSpan ShortestGap = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, Func<Chance, TimeSpan, string, TimeSpan, Fault>> Makers = new(StringComparer.Ordinal)
    {
        ["cut"] = (_, at, bot, _) => new Fault.Cut(at, bot),
        ["block"] = (chance, at, bot, span) => new Fault.Block(at, bot, span, chance.OneIn(2) ? FaultWay.ToBot : FaultWay.FromBot),
        ["partition"] = (_, at, bot, span) => new Fault.Block(at, bot, span, FaultWay.Both),
        ["slow"] = (chance, at, bot, span) => new Fault.Slow(at, bot, span, 2 + chance.Below(2000)),
        ["refuse"] = (_, at, bot, span) => new Fault.Refuse(at, bot, span),
        ["kill"] = (chance, at, bot, span) => new Fault.Kill(at, bot, chance.OneIn(4) ? null : span, DrawEnding(chance)),
        ["kill-seed"] = (chance, at, _, span) => new Fault.Kill(at, null, span, DrawEnding(chance)),
        ["pause"] = (_, at, bot, span) => new Fault.Pause(at, bot, span),
        ["pause-seed"] = (_, at, _, span) => new Fault.Pause(at, null, span),
    };

    /// <summary>The words for all kinds.</summary>
    public static readonly ValueList<string> AllKinds = [.. Makers.Keys];

    /// <summary>Nothing goes wrong.</summary>
    public static readonly FaultPlan None = new([], TimeSpan.Zero);

    /// <summary>A fault now and then.</summary>
    public static readonly FaultPlan Light = new(AllKinds, TimeSpan.FromMinutes(1));

    /// <summary>One fault after the other.</summary>
    public static readonly FaultPlan Heavy = new(AllKinds, TimeSpan.FromSeconds(20));

    /// <summary>The plan in words, as the command line takes it.</summary>
    public string Words => Equals(None) ? "none" : Equals(Light) ? "light" : Equals(Heavy) ? "heavy" : string.Join(',', Kinds);

    /// <summary>The plan of words; null if they name none.</summary>
    public static FaultPlan? Parse(string words) => words switch
    {
        "none" => None,
        "light" => Light,
        "heavy" => Heavy,
        _ => words.Split(',') is var kinds && Array.TrueForAll(kinds, AllKinds.Contains) ? Heavy with { Kinds = [.. kinds] } : null,
    };

    /// <summary>The word for the kind of a fault.</summary>
    public static string KindOf(Fault fault) => fault switch
    {
        Fault.Cut => "cut",
        Fault.Block { Way: FaultWay.Both } => "partition",
        Fault.Block => "block",
        Fault.Slow => "slow",
        Fault.Refuse => "refuse",
        Fault.Kill { Bot: null } => "kill-seed",
        Fault.Kill => "kill",
        Fault.Pause { Bot: null } => "pause-seed",
        Fault.Pause => "pause",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "This kind has no word."),
    };

    /// <summary>Draws the faults of a run, in order of time: first which kinds, how often and for how long, then each fault.</summary>
    /// <param name="chance">Decides.</param>
    /// <param name="bots">The names of the bots.</param>
    /// <param name="until">When the last one begins at the latest.</param>
    public ValueList<Fault> Draw(Chance chance, IReadOnlyList<string> bots, TimeSpan until)
    {
        // One kind alone is always there.
        var kinds = Kinds.Count == 1 ? Kinds.ToList() : Kinds.Where(_ => chance.OneIn(2)).ToList();
        if (kinds.Count == 0)
            return [];
        var gap = chance.Between(ShortestGap, Gap);
        var longest = chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40));
        var faults = new List<Fault>();
        for (var at = DrawTime(chance, 2 * gap); at < until; at += DrawTime(chance, 2 * gap))
            faults.Add(Makers[chance.Pick(kinds)](chance, at, chance.Pick(bots), DrawTime(chance, longest)));
        return faults.ToValueList();
    }

    private static KillEnding DrawEnding(Chance chance) => chance.Pick(Enum.GetValues<KillEnding>());

    // Whole milliseconds, as a file has them.
    private static TimeSpan DrawTime(Chance chance, TimeSpan most) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(chance.Between(TimeSpan.FromMilliseconds(1), most).TotalMilliseconds));
}
