using Akka.Actor;
using Akka.Remote;
using ActorSimulation.Turns;

namespace ActorSimulation.Engine;

/// <summary>
/// What Akka.Remote asks instead of the system's clock and the thread pool. No setting leads it here, so a simulation runs on a copy of
/// Akka.Remote that asks, made when the program is built: ActorSimulation.targets.
/// </summary>
internal static class RemoteHooks
{
    // As ActorSimulation.Weaver names it.
    private const string HookType = "Akka.Remote.SimulationHooks";

    private static readonly Type? Hooks = typeof(Deadline).Assembly.GetType(HookType);

    /// <summary>From now on Akka.Remote asks the world which the asking thread plays; on a thread that plays none it does what the original does.</summary>
    /// <exception cref="SimulationException">This program runs on the original Akka.Remote.</exception>
    public static void UseWorlds()
    {
        Set("UtcNow", Now);
        Set("Register", Register);
    }

    private static DateTime Now() =>
#pragma warning disable RS0030 // As the original does.
        Schedule.Current is { } schedule ? WorldTime.Epoch.UtcDateTime + schedule.Now : DateTime.UtcNow;
#pragma warning restore RS0030

    // As Ask does it, but what awaits the answer goes on at once, on the thread that answers. It always is answered: no time limit is needed.
    private static Task<IActorRef> Register(ICanTell transports, object message, TimeSpan? limit)
    {
        if (Schedule.Current is null)
            return transports.Ask<IActorRef>(message, limit);
        if (transports is not ActorSelection { Anchor: IInternalActorRef { Provider: var provider } })
            throw new SimulationException("This version of Akka.Remote registers its transports in another way than Akka.Remote 1.5.");
        var answer = new TaskCompletionSource<IActorRef>();
        var asker = provider.CreateFutureRef(answer);
        transports.Tell(message, asker);
        return answer.Task;
    }

    private static void Set<T>(string name, T hook)
        where T : Delegate
    {
        var field = Hooks?.GetField(name) ?? throw new SimulationException(
            $"{typeof(Deadline).Assembly.Location} is not the copy for simulations: it reads the system's clock, so nothing could be repeated. A project whose tests simulate references the package ActorSimulation itself, or imports its targets: they put a copy of Akka.Remote there that asks the world.");
        field.SetValue(null, hook);
    }
}
