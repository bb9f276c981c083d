using System.Globalization;

namespace Speed;

/// <summary>Figures in columns.</summary>
/// <param name="headings">What stands above the columns.</param>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>A whole number for a cell.</summary>
    public static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with two decimals for a cell.</summary>
    public static string Fine(double number) => number.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>Prints it: the first column to the left, the others to the right.</summary>
    public void Print(TextWriter writer)
    {
        var widths = Enumerable.Range(0, headings.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
            writer.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd());
    }
}
