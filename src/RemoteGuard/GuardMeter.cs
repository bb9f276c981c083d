using System.Diagnostics.Metrics;

namespace RemoteGuard;

/// <summary>What monitoring sees: the meter <c>RemoteGuard</c>.</summary>
internal static class GuardMeter
{
    private static readonly Meter Meter = new("RemoteGuard");

    private static readonly Counter<long> Refused =
        Meter.CreateCounter<long>("remoteguard.refused", description: "Connections and messages that were refused, by reason");

    private static readonly UpDownCounter<long> Connections =
        Meter.CreateUpDownCounter<long>("remoteguard.connections", description: "Connections that others have to this node");

    /// <summary>Counts something that was refused.</summary>
    public static void Refuse(string why) => Refused.Add(1, new KeyValuePair<string, object?>("reason", why));

    /// <summary>Counts a connection that was let in, or has ended.</summary>
    public static void Connect(int change) => Connections.Add(change);
}
