using Akka.Configuration;

namespace Akka.Actor;

/// <summary>Makes the strategy of the user guardian; <c>akka.actor.guardian-supervisor-strategy</c> names one.</summary>
public abstract class SupervisorStrategyConfigurator
{
    /// <summary>Makes the strategy.</summary>
    public abstract SupervisorStrategy Create();

    /// <summary>Makes the configurator that a setting names.</summary>
    /// <exception cref="ConfigurationException">There is no such class.</exception>
    public static SupervisorStrategyConfigurator CreateConfigurator(string typeName) => typeName switch
    {
        "Akka.Actor.DefaultSupervisorStrategy" => new DefaultSupervisorStrategy(),
        "Akka.Actor.StoppingSupervisorStrategy" => new StoppingSupervisorStrategy(),
        _ when Type.GetType(typeName) is { } type && typeof(SupervisorStrategyConfigurator).IsAssignableFrom(type) =>
            (SupervisorStrategyConfigurator)Activator.CreateInstance(type)!,
        _ => throw new ConfigurationException(
            $"akka.actor.guardian-supervisor-strategy: '{typeName}' is no {nameof(SupervisorStrategyConfigurator)}; "
            + "write its qualified name: Namespace.Class, Assembly"),
    };
}

/// <summary>Makes <see cref="SupervisorStrategy.DefaultStrategy"/>.</summary>
public class DefaultSupervisorStrategy : SupervisorStrategyConfigurator
{
    /// <inheritdoc />
    public override SupervisorStrategy Create() => SupervisorStrategy.DefaultStrategy;
}

/// <summary>Makes <see cref="SupervisorStrategy.StoppingStrategy"/>.</summary>
public class StoppingSupervisorStrategy : SupervisorStrategyConfigurator
{
    /// <inheritdoc />
    public override SupervisorStrategy Create() => SupervisorStrategy.StoppingStrategy;
}
