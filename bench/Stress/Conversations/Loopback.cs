using System.Globalization;

namespace Stress.Conversations;

/// <summary>What this machine has sent to itself: all of the nodes' talk, and that of whatever else runs here. Linux only.</summary>
/// <param name="Bytes">Bytes over the loopback interface, with the heads of the packets.</param>
/// <param name="Packets">Packets.</param>
internal sealed record Loopback(long Bytes, long Packets)
{
    /// <summary>So far.</summary>
    public static Loopback Now()
    {
        var line = File.ReadLines("/proc/net/dev").First(line => line.TrimStart().StartsWith("lo:", StringComparison.Ordinal));
        var figures = line.Split(':')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Loopback(long.Parse(figures[0], CultureInfo.InvariantCulture), long.Parse(figures[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Since another moment.</summary>
    public Loopback Since(Loopback before) => new(Bytes - before.Bytes, Packets - before.Packets);
}
