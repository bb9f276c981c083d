using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Gives an actor system the assertions of the test framework in use.</summary>
/// <param name="assertions">The assertions.</param>
public class TestKitAssertionsExtension(ITestKitAssertions assertions) : ExtensionIdProvider<TestKitAssertionsProvider>
{
    /// <inheritdoc />
    public override TestKitAssertionsProvider CreateExtension(ExtendedActorSystem system) => new(assertions);

    /// <summary>The assertions of a system that a TestKit was created for.</summary>
    /// <param name="system">The system.</param>
    /// <returns>What a TestKit registered there.</returns>
    public static TestKitAssertionsProvider For(ActorSystem system) => system.GetExtension<TestKitAssertionsProvider>();
}
