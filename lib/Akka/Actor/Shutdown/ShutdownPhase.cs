using System.Collections.Immutable;
using Akka.Configuration;

namespace Akka.Actor;

/// <summary>A phase of the coordinated shutdown, as configured.</summary>
internal sealed record ShutdownPhase(string Name, string[] DependsOn, TimeSpan Timeout, bool Recover)
{
    /// <summary>Reads the phases of <c>akka.coordinated-shutdown</c>.</summary>
    public static IReadOnlyDictionary<string, ShutdownPhase> Read(Config shutdown)
    {
        var defaultTimeout = shutdown.GetTimeSpan("default-phase-timeout", null, false);
        var phases = shutdown.GetConfig("phases");
        if (phases is null) return ImmutableDictionary<string, ShutdownPhase>.Empty;
        return phases.AsEnumerable()
            .Select(entry => ReadOne(entry.Key, phases.GetConfig($"\"{entry.Key}\""), defaultTimeout))
            .ToDictionary(phase => phase.Name, StringComparer.Ordinal);
    }

    /// <summary>The phases in an order in which each comes after those it depends on; between equals, by name.</summary>
    /// <exception cref="ArgumentException">They depend on each other in a circle.</exception>
    public static IReadOnlyList<string> InOrder(IReadOnlyDictionary<string, ShutdownPhase> phases)
    {
        var order = new List<string>();
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in phases.Keys.Order(StringComparer.Ordinal)) Visit(name);
        return order;

        void Visit(string name)
        {
            if (order.Contains(name)) return;
            if (!open.Add(name))
            {
                throw new ArgumentException(
                    $"The phases of akka.coordinated-shutdown depend on each other in a circle through '{name}'.");
            }

            if (phases.TryGetValue(name, out var phase))
            {
                foreach (var earlier in phase.DependsOn.Order(StringComparer.Ordinal)) Visit(earlier);
            }

            open.Remove(name);
            order.Add(name);
        }
    }

    private static ShutdownPhase ReadOne(string name, Config? phase, TimeSpan defaultTimeout) => phase is null
        ? new ShutdownPhase(name, [], defaultTimeout, Recover: true)
        : new ShutdownPhase(
            name,
            phase.HasPath("depends-on") ? [.. phase.GetStringList("depends-on")] : [],
            phase.GetTimeSpan("timeout", defaultTimeout, false),
            phase.GetBoolean("recover", true));
}
