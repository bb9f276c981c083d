using System.Diagnostics;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Configs;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// What a test of actors needs: an actor system, a test actor whose messages the test expects, and time limits.
/// A test framework's package derives the class that tests derive from.
/// </summary>
/// <remarks>
/// Unless the class is <see cref="INoImplicitSender"/>, the test actor is the sender of what the test tells
/// without one. Durations of tests are stretched by <c>akka.test.timefactor</c>.
/// </remarks>
public abstract partial class TestKitBase : IActorRefFactory
{
    private static int _testActorNumber;

    private readonly ITestKitAssertions _assertions;
    private readonly EnvelopeQueue _queue = new();
    private MessageEnvelope _last = NullMessageEnvelope.Instance;
    private bool _lastWasNoMsg;
    private TimeSpan? _end;
    private ActorCellKeepingSynchronizationContext? _context;

    /// <summary>Creates a TestKit for an actor system, or with a new one.</summary>
    /// <param name="assertions">How to fail a test.</param>
    /// <param name="system">The system; null for a new one, named test, with <see cref="DefaultConfig"/>.</param>
    /// <param name="testActorName">The test actor's name; null for a generated one.</param>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystem? system = null, string? testActorName = null)
        : this(assertions, system, ActorSystemSetup.Empty, null, testActorName)
    {
    }

    /// <summary>Creates a TestKit with a new actor system.</summary>
    /// <param name="assertions">How to fail a test.</param>
    /// <param name="setup">How to set up the system; <see cref="DefaultConfig"/> is its configuration's fallback.</param>
    /// <param name="actorSystemName">The system's name; null for test.</param>
    /// <param name="testActorName">The test actor's name; null for a generated one.</param>
    protected TestKitBase(
        ITestKitAssertions assertions, ActorSystemSetup setup, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, null, setup, actorSystemName, testActorName)
    {
    }

    /// <summary>Creates a TestKit with a new actor system.</summary>
    /// <param name="assertions">How to fail a test.</param>
    /// <param name="config">The system's configuration; <see cref="DefaultConfig"/> is its fallback.</param>
    /// <param name="actorSystemName">The system's name; null for test.</param>
    /// <param name="testActorName">The test actor's name; null for a generated one.</param>
    protected TestKitBase(
        ITestKitAssertions assertions, Config config, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, null, SetupFor(config), actorSystemName, testActorName)
    {
    }

    /// <summary>Creates a TestKit for an actor system, or with a new one.</summary>
    /// <param name="assertions">How to fail a test.</param>
    /// <param name="system">The system; null for a new one.</param>
    /// <param name="config">How to set up a new system; <see cref="DefaultConfig"/> is its configuration's fallback.</param>
    /// <param name="actorSystemName">A new system's name; null for test.</param>
    /// <param name="testActorName">The test actor's name; null for a generated one.</param>
    protected TestKitBase(
        ITestKitAssertions assertions, ActorSystem? system, ActorSystemSetup config, string? actorSystemName, string? testActorName)
    {
        _assertions = assertions ?? throw new ArgumentNullException(nameof(assertions));
#pragma warning disable CA2214 // The official API lets a derived class say how a test is set up.
        InitializeTest(system, config, actorSystemName, testActorName);
#pragma warning restore CA2214
    }

    /// <summary>The TestKit's configuration, which new systems fall back to.</summary>
    public static Config DefaultConfig => TestConfigs.DefaultConfig;

    /// <summary>Everything the actor system can log about itself, at debug level.</summary>
    public static Config FullDebugConfig => TestConfigs.FullDebugConfig;

    /// <summary>A clock that never goes back; only the difference of two readings means something.</summary>
    public static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>The actor system under test.</summary>
    public ActorSystem Sys { get; private set; } = null!;

    /// <summary>The test actor: what it gets, the test can expect.</summary>
    public IActorRef TestActor { get; private set; } = null!;

    /// <summary>The settings under <c>akka.test</c>.</summary>
    public TestKitSettings TestKitSettings => TestKitExtension.For(Sys);

    /// <summary>Makes filters for log events.</summary>
    public EventFilterFactory EventFilter => new(this);

    /// <summary>The test's own log.</summary>
    public ILoggingAdapter Log => field ??= Logging.GetLogger(Sys, GetType());

    /// <summary>Whether the test actor has messages that the test has not looked at.</summary>
    public bool HasMessages => !_queue.IsEmpty;

    /// <summary>The message that the test received last.</summary>
    /// <exception cref="IllegalActorStateException">It waited for one in vain, or never did.</exception>
    public object LastMessage => _last.Message;

    /// <summary>Who sent the message that the test received last.</summary>
    /// <exception cref="IllegalActorStateException">It waited for one in vain, or never did.</exception>
    public IActorRef LastSender => _last.Sender;

    internal ITestKitAssertions TestAssertions => _assertions;

    /// <summary>Makes filters for the log events of another system.</summary>
    /// <param name="system">The system; it needs <see cref="TestEventListener"/> as a logger.</param>
    /// <returns>Makes the filters.</returns>
    public EventFilterFactory CreateEventFilter(ActorSystem system) => new(this, system);

    /// <summary>Creates a further test actor for this test's queue.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its reference.</returns>
    public IActorRef CreateTestActor(string name) => CreateTestActor(Sys, name);

    /// <summary>Sets up the test: the constructor calls it.</summary>
    /// <param name="system">The system; null for a new one.</param>
    /// <param name="config">How to set up a new system.</param>
    /// <param name="actorSystemName">A new system's name; null for test.</param>
    /// <param name="testActorName">The test actor's name; null for a generated one.</param>
    protected virtual void InitializeTest(ActorSystem? system, ActorSystemSetup config, string? actorSystemName, string? testActorName)
    {
        Sys = system ?? ActorSystem.Create(actorSystemName ?? "test", WithDefaults(config));
        Sys.RegisterExtension(new TestKitExtension());
        Sys.RegisterExtension(new TestKitAssertionsExtension(_assertions));
        TestActor = CreateTestActor(Sys, testActorName ?? $"testActor{Interlocked.Increment(ref _testActorNumber)}");
        if (this is TestProbe) return;

        // A thread may come from a test before: without an implicit sender means without that one's too.
        var cell = this is INoImplicitSender ? null : ((LocalActorRef)TestActor).Cell;
        ActorCell.Current = cell;
        _context = new ActorCellKeepingSynchronizationContext(cell);
        SynchronizationContext.SetSynchronizationContext(_context);
    }

    /// <summary>Sets up the test with a configuration.</summary>
    /// <param name="system">The system; null for a new one.</param>
    /// <param name="config">A new system's configuration.</param>
    /// <param name="actorSystemName">A new system's name; null for test.</param>
    /// <param name="testActorName">The test actor's name; null for a generated one.</param>
    protected void InitializeTest(ActorSystem? system, Config config, string? actorSystemName, string? testActorName) =>
        InitializeTest(system, SetupFor(config), actorSystemName, testActorName);

    /// <summary>Ends the actor system and waits for that.</summary>
    /// <param name="duration">How long to wait; null for 5 s. Stretched, but never more than 10 s if null.</param>
    /// <param name="verifySystemShutdown">Whether to throw if it did not end in time; otherwise that is only logged.</param>
    /// <exception cref="TimeoutException">The system did not end in time.</exception>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false) =>
        Shutdown(Sys, duration, verifySystemShutdown);

    /// <summary>Ends an actor system and waits for that.</summary>
    /// <param name="system">The system.</param>
    /// <param name="duration">How long to wait; null for 5 s. Stretched, but never more than 10 s if null.</param>
    /// <param name="verifySystemShutdown">Whether to throw if it did not end in time; otherwise that is only logged.</param>
    /// <exception cref="TimeoutException">The system did not end in time.</exception>
    protected virtual void Shutdown(ActorSystem system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        var limit = duration is { } given ? Dilated(given) : Dilated(TimeSpan.FromSeconds(5)).Min(TimeSpan.FromSeconds(10));
        if (system.Terminate().Wait(limit)) return;
        var message = $"The actor system {system.Name} did not terminate within {limit}; its actors:\n{((ExtendedActorSystem)system).PrintTree()}";
        if (verifySystemShutdown) throw new TimeoutException(message);
        system.Log.Warning(message);
    }

    /// <summary>After the test its thread goes on without the test actor as its sender.</summary>
    internal void ForgetImplicitSender() => _context?.Forget();

    private static ActorSystemSetup SetupFor(Config config) => ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config));

    private static ActorSystemSetup WithDefaults(ActorSystemSetup setup)
    {
        var bootstrap = setup.Get<BootstrapSetup>() is { HasValue: true } given ? given.Value : BootstrapSetup.Create();
        var config = bootstrap.Config.HasValue ? bootstrap.Config.Value.WithFallback(DefaultConfig) : DefaultConfig;
        return setup.WithSetup(bootstrap.WithConfig(config));
    }

    private IActorRef CreateTestActor(ActorSystem system, string name)
    {
        const string Dispatcher = "akka.test.test-actor.dispatcher";
        var props = Props.Create(() => new InternalTestActor(_queue));
        if (system.Dispatchers.HasDispatcher(Dispatcher)) props = props.WithDispatcher(Dispatcher);
        return ((ExtendedActorSystem)system).SystemActorOf(props, name);
    }
}
