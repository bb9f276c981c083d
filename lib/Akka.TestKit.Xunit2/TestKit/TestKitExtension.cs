using Akka.Actor;
using Akka.TestKit.Configs;

namespace Akka.TestKit;

/// <summary>Gives an actor system its <see cref="TestKitSettings"/>.</summary>
public class TestKitExtension : ExtensionIdProvider<TestKitSettings>
{
    /// <summary>The settings of a system, read from its configuration at first use.</summary>
    /// <param name="system">The system.</param>
    /// <returns>Its settings.</returns>
    public static TestKitSettings For(ActorSystem system) =>
        new TestKitExtension().Get(system);

    /// <inheritdoc />
    public override TestKitSettings CreateExtension(ExtendedActorSystem system) =>
        new(system.Settings.Config.WithFallback(TestConfigs.DefaultConfig));
}
