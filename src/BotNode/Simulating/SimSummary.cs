using System.Globalization;
using Chatroom.Actors;

namespace BotNode.Simulating;

/// <summary>What has happened in all runs so far.</summary>
internal sealed class SimSummary
{
    private static readonly (string Word, Func<SimulationOutcome, int> CountIn)[] Sometimes =
    [
        ("late", outcome => outcome.Events.OfType<Said>().Count(said => said.Late)),
        ("silent", outcome => outcome.Events.OfType<RoundClosed>().Sum(closed => closed.Verdicts.Count(its => its.Verdict == Verdict.Silent))),
        ("crashed", outcome => outcome.Events.OfType<Left>().Count(left => left.How == Leaving.Crashed)),
        ("returned", outcome => outcome.Lives.Sum(life => life.Returned)),
        ("refused", outcome => outcome.Events.OfType<Refused>().Count()),
        ("resumed", outcome => outcome.Resumed),
        ("quarantined", outcome => outcome.Lives.Sum(life => life.Quarantined)),
    ];

    private readonly Dictionary<string, int> _faults = FaultPlan.AllKinds.ToDictionary(kind => kind, _ => 0, StringComparer.Ordinal);

    private readonly int[] _counts = new int[Sometimes.Length];

    /// <summary>How many runs there were.</summary>
    public int Runs { get; private set; }

    /// <summary>How many of them were played twice and compared.</summary>
    public int Checked { get; private set; }

    /// <summary>How much time passed in all of them.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>How many faults there were.</summary>
    public int Faults { get; private set; }

    /// <summary>How often each kind of fault was there, in words.</summary>
    public string FaultsInWords => string.Join(", ", _faults.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value}")));

    /// <summary>What programs of --exec did wrong and was not heeded.</summary>
    public MindComplaint MindComplaint { get; private set; }

    /// <summary>How often what should happen sometimes has happened, in words.</summary>
    public string SeenInWords => _counts.All(count => count == 0) ? "nothing" : string.Join(
        ", ", Sometimes.Zip(_counts).Where(one => one.Second > 0).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.First.Word} {one.Second}")));

    /// <summary>What should happen sometimes and never has.</summary>
    public string Unseen => string.Join(", ", Sometimes.Zip(_counts).Where(one => one.Second == 0).Select(one => one.First.Word));

    /// <summary>The numbers behind the words.</summary>
    public IEnumerable<(string Word, int Count)> Numbers => _faults.Select(kind => (kind.Key, kind.Value)).Concat(Sometimes.Zip(_counts).Select(one => (one.First.Word, one.Second)));

    /// <summary>Adds a run.</summary>
    public void Add(SimulationOutcome outcome, bool isChecked)
    {
        Runs++;
        Checked += isChecked ? 1 : 0;
        Time += outcome.Time;
        Faults += outcome.Faults.Count;
        MindComplaint = outcome.Lives.Aggregate(MindComplaint, (sum, life) => sum + life.MindComplaint);
        foreach (var fault in outcome.Faults)
            _faults[FaultPlan.KindOf(fault)]++;
        for (var index = 0; index < _counts.Length; index++)
            _counts[index] += Sometimes[index].CountIn(outcome);
    }
}
