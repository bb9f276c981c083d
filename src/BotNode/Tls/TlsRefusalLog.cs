using System.Globalization;
using System.Text.RegularExpressions;

namespace BotNode.Tls;

/// <summary>
/// Says what to write of refused connections, so that strangers can't fill a log: a line for each address and reason, at most once a
/// minute; for many addresses at most twenty such lines, then one every ten seconds.
/// </summary>
/// <param name="now">The time, from any beginning.</param>
internal sealed partial class TlsRefusalLog(Func<TimeSpan> now)
{
    private const int MostKinds = 20;
    private static readonly TimeSpan BetweenOfAKind = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenOfOthers = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, Untold> _kinds = new(StringComparer.Ordinal);
    private readonly Untold _others = new();

    /// <summary>What to write at the end: how many were not told; null if all were.</summary>
    public string? Rest => _kinds.Values.Sum(kind => kind.Count) + _others.Count is > 0 and var rest
        ? string.Create(CultureInfo.InvariantCulture, $"{rest} more refused since the last line")
        : null;

    /// <summary>What to write for a line: the line, with how many were not told since the last one like it; or null for nothing.</summary>
    /// <param name="line">The line. Lines that differ only in a port are of one kind, because each try has another port.</param>
    public string? Note(string line)
    {
        var kind = Port().Replace(line, "");
        if (_kinds.TryGetValue(kind, out var known))
            return Tell(known, BetweenOfAKind, line);
        if (_kinds.Count >= MostKinds)
            ForgetOld();
        if (_kinds.Count >= MostKinds)
            return Tell(_others, BetweenOfOthers, line);
        _kinds[kind] = new Untold { ToldAt = _others.ToldAt = now() };
        return line;
    }

    private string? Tell(Untold kind, TimeSpan between, string line)
    {
        kind.Count++;
        if (now() - kind.ToldAt < between)
            return null;
        var told = kind.Count == 1 ? line : string.Create(CultureInfo.InvariantCulture, $"{line} ({kind.Count} refused since the last line)");
        (kind.Count, kind.ToldAt) = (0, now());
        return told;
    }

    private void ForgetOld()
    {
        foreach (var (kind, old) in _kinds.Where(kind => now() - kind.Value.ToldAt >= BetweenOfAKind).ToList())
        {
            _others.Count += old.Count;
            _kinds.Remove(kind);
        }
    }

    // Behind an address: 10.0.0.1:8080, [fe80::1]:8080.
    [GeneratedRegex(@"(?<=\]|\.[0-9]{1,3}):[0-9]{1,5}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Port();

    /// <summary>How many were not told, and when one was.</summary>
    private sealed class Untold
    {
        public int Count { get; set; }

        public TimeSpan ToldAt { get; set; }
    }
}
