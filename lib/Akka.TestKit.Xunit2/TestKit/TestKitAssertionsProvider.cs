using Akka.Actor;

namespace Akka.TestKit;

/// <summary>The assertions that belong to an actor system under test.</summary>
/// <param name="assertions">The assertions.</param>
public class TestKitAssertionsProvider(ITestKitAssertions assertions) : IExtension
{
    /// <summary>The assertions.</summary>
    public ITestKitAssertions Assertions { get; } = assertions;
}
