using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Xunit2.Internals;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>What xunit tests of actors derive from; see <see cref="TestKitBase"/>. Disposing it ends the actor system.</summary>
public class TestKit : TestKitBase, IDisposable
{
#pragma warning disable CA1051 // A visible field: so it is in the official API.
    /// <summary>The test's output, which log events are written to; null if there is none.</summary>
    protected readonly ITestOutputHelper? Output;
#pragma warning restore CA1051

    private bool _disposed;

    /// <summary>Creates a TestKit for an actor system, or with a new one.</summary>
    /// <param name="system">The system; null for a new one, named test, with the default configuration.</param>
    /// <param name="output">Where log events go; null for nowhere but the log.</param>
    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null)
        : base(Assertions, system)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Creates a TestKit with a new actor system.</summary>
    /// <param name="config">How to set up the system.</param>
    /// <param name="actorSystemName">Its name; null for test.</param>
    /// <param name="output">Where log events go; null for nowhere but the log.</param>
    public TestKit(ActorSystemSetup config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Creates a TestKit with a new actor system.</summary>
    /// <param name="config">Its configuration; the default one is its fallback.</param>
    /// <param name="actorSystemName">Its name; null for test.</param>
    /// <param name="output">Where log events go; null for nowhere but the log.</param>
    public TestKit(Config config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Creates a TestKit with a new actor system, named test.</summary>
    /// <param name="config">Its configuration, as HOCON; the default one is its fallback.</param>
    /// <param name="output">Where log events go; null for nowhere but the log.</param>
    public TestKit(string config, ITestOutputHelper? output = null)
        : this(ConfigurationFactory.ParseString(config), null, output)
    {
    }

    /// <summary>The TestKit's configuration, which new systems fall back to.</summary>
    public static new Config DefaultConfig => TestKitBase.DefaultConfig;

    /// <summary>Everything the actor system can log about itself, at debug level.</summary>
    public static new Config FullDebugConfig => TestKitBase.FullDebugConfig;

    /// <summary>Fails tests through xunit.</summary>
    protected static XunitAssertions Assertions { get; } = new();

    /// <summary>Ends the test as <see cref="AfterAll"/> says.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Called once when a test has ended: ends the actor system. Who overrides it calls the base.</summary>
    protected virtual void AfterAll() => Shutdown();

    /// <summary>Ends the test, the first time it is called.</summary>
    /// <param name="disposing">False only from a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || Interlocked.Exchange(ref _disposed, true)) return;
        try
        {
            AfterAll();
        }
        finally
        {
            ForgetImplicitSender();
        }
    }

    /// <summary>Writes the log events of a system to <see cref="Output"/>, if there is one.</summary>
    /// <param name="system">The system.</param>
    protected void InitializeLogger(ActorSystem system) => InitializeLogger(system, "");

    /// <summary>Writes the log events of a system to <see cref="Output"/>, if there is one.</summary>
    /// <param name="system">The system.</param>
    /// <param name="prefix">What each line starts with.</param>
    protected void InitializeLogger(ActorSystem system, string prefix)
    {
        if (Output is null) return;
        var output = string.IsNullOrEmpty(prefix) ? Output : new PrefixedOutput(Output, prefix);
        var logger = ((ExtendedActorSystem)system).SystemActorOf(Props.Create(() => new TestOutputLogger(output)), "log-test");
        logger.Ask<LoggerInitialized>(new InitializeLogger(system.EventStream), TestKitSettings.DefaultTimeout).GetAwaiter().GetResult();
    }
}
