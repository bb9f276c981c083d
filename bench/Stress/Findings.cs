using System.Globalization;

namespace Stress;

/// <summary>The figures of a run, and whether those that must hold do.</summary>
internal sealed class Findings
{
    private readonly List<(string What, string Figure, string Verdict)> _lines = [];

    /// <summary>Whether every check held.</summary>
    public bool AllGood { get; private set; } = true;

    /// <summary>Notes a figure that may be anything.</summary>
    public void Note(string what, long figure) => Add(what, figure, string.Empty);

    /// <summary>Notes a figure that must not be over a limit.</summary>
    public void Check(string what, long figure, long atMost) =>
        Verdict(what, figure, figure <= atMost, $"at most {Grouped(atMost)}");

    /// <summary>Notes a figure that must be just this.</summary>
    public void CheckExactly(string what, long figure, long expected) =>
        Verdict(what, figure, figure == expected, $"exactly {Grouped(expected)}");

    public void Print(TextWriter writer)
    {
        var widest = _lines.Max(static line => line.What.Length);
        var longest = _lines.Max(static line => line.Figure.Length);
        foreach (var (what, figure, verdict) in _lines)
            writer.WriteLine($"{what.PadRight(widest)}  {figure.PadLeft(longest)}  {verdict}".TrimEnd());
        writer.WriteLine(AllGood ? "good" : "NOT GOOD");
    }

    private void Verdict(string what, long figure, bool holds, string wanted)
    {
        AllGood &= holds;
        Add(what, figure, holds ? $"ok ({wanted})" : $"WRONG ({wanted})");
    }

    private void Add(string what, long figure, string verdict) => _lines.Add((what, Grouped(figure), verdict));

    private static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
