using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace ActorSimulation.Tests;

public sealed class WorldTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Time_passes_by_as_much_as_it_is_let() => World.Play(1, world =>
    {
        var rang = new List<TimeSpan>();
        world.After(Second, () => rang.Add(world.Now));
        world.After(3 * Second, () => rang.Add(world.Now));

        world.Run(2 * Second);

        Assert.Equal(2 * Second, world.Now);
        Assert.Equal([Second], rang);
    });

    [Fact]
    public void Time_passes_until_something_is_so() => World.Play(1, world =>
    {
        var isSo = false;
        world.After(Second, () => isSo = true);

        Assert.True(world.RunUntil(() => isSo, 10 * Second));
        Assert.Equal(Second, world.Now);
        Assert.False(world.RunUntil(() => false, 10 * Second));
        Assert.Equal(11 * Second, world.Now);
    });

    [Fact]
    public void Code_that_takes_a_time_provider_has_the_time_of_the_world() => World.Play(1, world =>
    {
        var delay = Task.Delay(5 * Second, world.Time);
        var start = world.Time.GetTimestamp();

        world.Run(4 * Second);
        Assert.False(delay.IsCompleted);
        world.Run(Second);

        Assert.True(delay.IsCompletedSuccessfully);
        Assert.Equal(5 * Second, world.Time.GetElapsedTime(start));
    });

    [Fact]
    public void What_is_thrown_in_a_world_is_thrown_to_who_plays_it()
    {
        var error = Assert.Throws<InvalidTimeZoneException>(() => World.Play(1, (Action<World>)(_ => throw new InvalidTimeZoneException("mine"))));

        Assert.Equal("mine", error.Message);
    }

    [Fact]
    public void Another_thread_that_interferes_is_named_when_time_passes() => World.Play(1, world =>
    {
        Interfere(world);

        AssertNamed(Assert.Throws<SimulationException>(() => world.Run(Second)));
    });

    [Fact]
    public void Another_thread_that_interferes_is_named_in_the_end_at_the_latest() => AssertNamed(Assert.Throws<SimulationException>(() => World.Play(1, Interfere)));

    [Fact]
    public void Another_thread_that_interferes_with_the_start_of_a_node_is_named() => World.Play(1, world =>
    {
        var settings = ConfigurationFactory.ParseString($"akka.extensions = [\"{typeof(Intruding).FullName}, {typeof(Intruding).Assembly.GetName().Name}\"]");

        var error = Assert.Throws<SimulationException>(() => world.AddNode("node").Start("System", 1, settings));

        Assert.StartsWith("Another thread ran an actor", error.Message, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("mine { type = ForkJoinDispatcher, dedicated-thread-pool.thread-count = 1 }", "mine")]
    [InlineData("my { own { type = PinnedDispatcher } }", "my.own")]
    public void A_dispatcher_with_threads_of_its_own_is_refused(string settings, string named)
    {
        var error = Assert.Throws<SimulationException>(() => World.Play(1, world => world.AddNode("node").Start("System", 1, ConfigurationFactory.ParseString(settings))));

        Assert.StartsWith($"The dispatcher {named} has threads of its own.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_logged_of_an_exception_tells_no_two_runs_apart_by_its_stack_frames()
    {
        static string Play(string frame) => World.Play(1, world =>
        {
            var actor = world.AddNode("node").Start("System", 1, Config.Empty).ActorOf(Props.Create(() => new Complaining()));
            actor.Tell($"Lost: [EndpointDisassociatedException: Disassociated\n   at {frame}\n   at Run()]");
            world.Run(Second);
            Assert.Single(world.Log);
            return world.TraceHash;
        });

        Assert.Equal(Play("Akka.Actor.Receive()"), Play("Akka.Actor.Inlined()"));
    }

    [Theory]
    [InlineData("Server")]
    [InlineData("my node")]
    [InlineData("")]
    public void A_node_that_no_host_can_be_named_after_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => World.Play(1, world => _ = world.AddNode(name)));

    [Fact]
    public void Time_does_not_go_back() => World.Play(1, world =>
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => world.Run(-Second));
        Assert.Throws<ArgumentOutOfRangeException>(() => world.After(-Second, () => { }));
    });

    [Fact]
    public void Actors_that_never_let_time_pass_are_stopped()
    {
        var error = Assert.Throws<SimulationException>(() => World.Play(1, world =>
        {
            world.AddNode("node").Start("System", 1, Config.Empty).ActorOf(Props.Create(() => new Restless()));
            world.Run(Second);
        }));

        Assert.StartsWith("After 1,000,000 turns at 00:00:00 no time has passed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_actors_log_can_be_read() => World.Play(1, world =>
    {
        var actor = world.AddNode("node").Start("System", 1, Config.Empty).ActorOf(Props.Create(() => new Failing()), "failing");
        world.Run(Second);

        actor.Tell("text");
        world.Run(Second);

        var entry = Assert.Single(world.Log);
        Assert.Equal((Second, "node", LogLevel.ErrorLevel, "fails"), (entry.Time, entry.Node, entry.Level, entry.Message));
        Assert.IsType<InvalidTimeZoneException>(entry.Cause);
        Assert.Contains("/user/failing", entry.Source, StringComparison.Ordinal);
    });

    [Fact]
    public void Two_nodes_have_two_names() => World.Play(1, world =>
    {
        world.AddNode("node");

        Assert.Throws<ArgumentException>(() => world.AddNode("node"));
    });

    private static void TellFromAnotherThread(IActorRef actor) => actor.Tell("hello");

    private sealed class Silent : ReceiveActor
    {
        public Silent() => ReceiveAny(_ => { });
    }

    private sealed class Started : ReceiveActor
    {
        public Started(TaskCompletionSource started)
        {
            ReceiveAny(_ => { });
            started.SetResult();
        }
    }

    private sealed class Restless : ReceiveActor
    {
        public Restless()
        {
            ReceiveAny(message => Self.Tell(message));
            Self.Tell("on and on");
        }
    }

    private sealed class Failing : ReceiveActor
    {
        public Failing() => ReceiveAny(_ => throw new InvalidTimeZoneException("fails"));
    }

    private static void Interfere(World world)
    {
        var actor = world.AddNode("node").Start("System", 1, Config.Empty).ActorOf(Props.Create(() => new Silent()));
        world.Run(Second);
        var intruder = new Thread(() => TellFromAnotherThread(actor));
        intruder.Start();
        intruder.Join();
    }

    private static void AssertNamed(SimulationException error)
    {
        Assert.StartsWith("Another thread ran an actor", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(TellFromAnotherThread), error.Message, StringComparison.Ordinal);
    }

    private sealed class Complaining : ReceiveActor
    {
        public Complaining() => Receive<string>(text => Context.GetLogger().Warning(text));
    }

    /// <summary>An extension that tells an actor something from a thread of its own while the node starts.</summary>
    public sealed class Intruding : ExtensionIdProvider<Intruding>, IExtension
    {
        public override Intruding CreateExtension(ExtendedActorSystem system)
        {
            var started = new TaskCompletionSource();
            var actor = system.SystemActorOf(Props.Create(() => new Started(started)));
            // While this thread waits for a task, the actor takes its first turn.
            Assert.True(started.Task.Wait(TimeSpan.FromSeconds(30)));
            var thread = new Thread(() => actor.Tell("text"));
            thread.Start();
            thread.Join();
            return this;
        }
    }
}
