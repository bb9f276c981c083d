using System.Globalization;

namespace BotNode.Nodes;

/// <summary>How many conversations a room has, one after the other.</summary>
/// <param name="Times">How many; null for as many as there is time for.</param>
internal sealed record Repeat(int? Times)
{
    private const string Forever = "forever";
    private const int MostTimes = 1_000_000;

    /// <summary>What to write.</summary>
    public static readonly string Wanted = string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {MostTimes} or {Forever}");

    /// <summary>Reads user input; null if it is not as <see cref="Wanted"/> says.</summary>
    public static Repeat? Parse(string text) => text == Forever ? new Repeat(Times: null)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is >= 1 and <= MostTimes ? new Repeat(times)
        : null;
}
