using Akka.Configuration;
using Akka.Util;

namespace Akka.Actor;

/// <summary>What an actor system starts with: its configuration and its provider. Immutable.</summary>
public sealed class BootstrapSetup : Setup.Setup
{
    private BootstrapSetup(Option<Config> config, Option<ProviderSelection> actorRefProvider)
    {
        Config = config;
        ActorRefProvider = actorRefProvider;
    }

    /// <summary>The configuration, if given.</summary>
    public Option<Config> Config { get; }

    /// <summary>The provider, if given; it wins over the configuration.</summary>
    public Option<ProviderSelection> ActorRefProvider { get; }

    /// <summary>A setup that gives nothing.</summary>
    /// <returns>The setup.</returns>
    public static BootstrapSetup Create() => new(Option<Config>.None, Option<ProviderSelection>.None);

    /// <summary>The same with another configuration.</summary>
    /// <param name="config">The configuration.</param>
    /// <returns>A new setup.</returns>
    public BootstrapSetup WithConfig(Config config) => new(config, ActorRefProvider);

    /// <summary>The same with a configuration behind the present one.</summary>
    /// <param name="config">What counts where the present one says nothing.</param>
    /// <returns>A new setup.</returns>
    public BootstrapSetup WithConfigFallback(Config config) =>
        WithConfig(Config.HasValue ? Config.Value.WithFallback(config) : config);

    /// <summary>The same with another provider.</summary>
    /// <param name="name">The provider.</param>
    /// <returns>A new setup.</returns>
    public BootstrapSetup WithActorRefProvider(ProviderSelection name) => new(Config, name);
}
