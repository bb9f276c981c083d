using System.Reflection;
using Akka.Remote;
using ActorSimulation.Turns;

namespace ActorSimulation.Engine;

/// <summary>
/// The clock of Akka.Remote's deadlines. They ask the system's clock, so a simulation runs on a copy of Akka.Remote that asks here, made
/// when the program is built: ActorSimulation.targets.
/// </summary>
internal static class AkkaDeadline
{
    // As ActorSimulation.Weaver names them.
    private const string HookType = "Akka.Remote.SimulatedClock";
    private const string HookField = "UtcNow";

    private static readonly FieldInfo? Hook = typeof(Deadline).Assembly.GetType(HookType)?.GetField(HookField);

    /// <summary>From now on deadlines are those of the world which the asking thread runs; a thread that runs none has the system's clock.</summary>
    /// <exception cref="SimulationException">This program runs on the original Akka.Remote.</exception>
    public static void UseWorlds()
    {
        if (Hook is null)
        {
            throw new SimulationException(
                $"{typeof(Deadline).Assembly.Location} reads the system's clock, so nothing could be repeated. A project whose tests simulate imports ActorSimulation.targets: it puts a copy of Akka.Remote there that asks the world.");
        }

        Func<DateTime?> now = static () => Schedule.Current is { } schedule ? WorldTime.Epoch.UtcDateTime + schedule.Now : null;
        Hook.SetValue(null, now);
    }
}
