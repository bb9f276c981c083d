using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class SupervisionTests : ActorTest
{
    private IActorRef[] Family(SupervisorStrategy strategy, Probe probe, params string[] names)
    {
        var born = new TaskCompletionSource<IActorRef[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        System.ActorOf(Acting.By(
            (_, _) => { },
            self => born.SetResult([.. names.Select(name => self.Ctx.ActorOf(Props.Create(() => new Counting(probe)), name))]),
            strategy));
        return born.Task.GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Resume_keeps_the_state()
    {
        var probe = NewProbe();
        var child = Family(new OneForOneStrategy(_ => Directive.Resume), probe, "a")[0];
        child.Tell("count");
        child.Tell(new InvalidOperationException());
        child.Tell("count");

        await probe.Expect("a 1", "a 2");
    }

    [Fact]
    public async Task Restart_begins_anew()
    {
        var probe = NewProbe();
        var child = Family(new OneForOneStrategy(_ => Directive.Restart), probe, "a")[0];
        child.Tell("count");
        child.Tell(new InvalidOperationException());
        child.Tell("count");

        await probe.Expect("a 1", "a restarted", "a 1");
    }

    [Fact]
    public async Task Stop_ends_the_child()
    {
        var child = Family(new OneForOneStrategy(_ => Directive.Stop), NewProbe(), "a")[0];
        child.Tell(new InvalidOperationException());

        await TerminationOf(child);
    }

    [Fact]
    public async Task Escalate_makes_the_supervisor_fail_with_the_same_exception()
    {
        var probe = NewProbe();
        var child = Acting.By((_, message) => throw (Exception)message);
        var parent = Acting.By(
            (_, _) => { }, self => probe.Note(self.Ctx.ActorOf(child)), new OneForOneStrategy(_ => Directive.Escalate));
        var decide = new OneForOneStrategy(exception =>
        {
            probe.Note(exception.Message);
            return Directive.Stop;
        });
        System.ActorOf(Acting.By((_, _) => { }, self => self.Ctx.ActorOf(parent), decide));
        var failing = await probe.Next<IActorRef>();
        failing.Tell(new InvalidOperationException("all the way up"));

        await probe.Expect("all the way up");
        await TerminationOf(failing);
    }

    [Fact]
    public async Task OneForOne_leaves_the_siblings_alone()
    {
        var probe = NewProbe();
        var children = Family(new OneForOneStrategy(_ => Directive.Restart), probe, "a", "b");
        children[1].Tell("count");
        await probe.Expect("b 1");
        children[0].Tell(new InvalidOperationException());
        await probe.Expect("a restarted");
        children[1].Tell("count");

        await probe.Expect("b 2");
    }

    [Fact]
    public async Task AllForOne_restarts_the_siblings_too()
    {
        var probe = NewProbe();
        var children = Family(new AllForOneStrategy(_ => Directive.Restart), probe, "a", "b", "c");
        children[0].Tell(new InvalidOperationException());

        var restarted = new[] { await probe.Next<string>(), await probe.Next<string>(), await probe.Next<string>() };
        Assert.Equal(["a restarted", "b restarted", "c restarted"], restarted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AllForOne_stops_the_siblings_too()
    {
        var children = Family(new AllForOneStrategy(_ => Directive.Stop), NewProbe(), "a", "b");
        children[0].Tell(new InvalidOperationException());

        await TerminationOf(children[0]);
        await TerminationOf(children[1]);
    }

    [Fact]
    public async Task More_restarts_than_allowed_stop_the_child()
    {
        var probe = NewProbe();
        var child = Family(new OneForOneStrategy(2, Timeout.Infinite, _ => Directive.Restart), probe, "a")[0];
        for (var i = 0; i < 3; i++)
            child.Tell(new InvalidOperationException());

        await TerminationOf(child);
        await probe.Expect("a restarted", "a restarted");
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task No_restart_allowed_stops_the_child_at_once()
    {
        var probe = NewProbe();
        var child = Family(new OneForOneStrategy(0, Timeout.Infinite, _ => Directive.Restart), probe, "a")[0];
        child.Tell(new InvalidOperationException());

        await TerminationOf(child);
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task More_restarts_than_allowed_in_the_time_range_stop_the_child()
    {
        var probe = NewProbe();
        var strategy = new OneForOneStrategy(1, TimeSpan.FromHours(1), _ => Directive.Restart);
        var child = Family(strategy, probe, "a")[0];
        child.Tell(new InvalidOperationException());
        child.Tell(new InvalidOperationException());

        await TerminationOf(child);
        await probe.Expect("a restarted");
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task The_strategy_in_the_props_overrides_the_actors_own()
    {
        var probe = NewProbe();
        var parent = Acting.By(
                (_, _) => { },
                self => probe.Note(self.Ctx.ActorOf(Acting.By((_, message) => throw (Exception)message))),
                new OneForOneStrategy(_ => Directive.Restart))
            .WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Stop));
        System.ActorOf(parent);
        var child = await probe.Next<IActorRef>();
        child.Tell(new InvalidOperationException());

        await TerminationOf(child);
    }

    [Theory]
    [InlineData(typeof(ActorInitializationException), Directive.Stop)]
    [InlineData(typeof(ActorKilledException), Directive.Stop)]
    [InlineData(typeof(InvalidOperationException), Directive.Restart)]
    public void The_default_decider_stops_what_can_not_work_and_restarts_the_rest(Type type, Directive directive)
    {
        var exception = (Exception)Activator.CreateInstance(type)!;

        Assert.Equal(directive, SupervisorStrategy.DefaultDecider.Decide(exception));
    }

    [Fact]
    public void A_decider_of_pairs_takes_the_first_that_fits_and_else_the_default()
    {
        var decider = Decider.From(
            Directive.Escalate,
            Directive.Resume.When<ArgumentNullException>(),
            Directive.Stop.When<ArgumentException>());

        Assert.Equal(Directive.Resume, decider.Decide(new ArgumentNullException()));
        Assert.Equal(Directive.Stop, decider.Decide(new ArgumentException()));
        Assert.Equal(Directive.Escalate, decider.Decide(new InvalidOperationException()));
    }

    [Fact]
    public async Task Top_level_actors_are_restarted_by_default()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Counting(probe)), "top");
        actor.Tell(new InvalidOperationException());

        await probe.Expect("top restarted");
    }

    [Fact]
    public async Task A_failed_actor_processes_nothing_until_its_supervisor_has_decided()
    {
        var probe = NewProbe();
        using var decision = new ManualResetEventSlim();
        var strategy = new OneForOneStrategy(_ =>
        {
            probe.Note("asked");
            decision.Wait(Patience);
            return Directive.Resume;
        });
        var child = Family(strategy, probe, "a")[0];
        child.Tell(new InvalidOperationException());
        child.Tell("count");

        await probe.Expect("asked");
        await probe.ExpectNothingMore();
        decision.Set();
        await probe.Expect("a 1");
    }

    [Fact]
    public async Task Failures_of_an_earlier_time_range_do_not_count()
    {
        var probe = NewProbe();
        var range = TimeSpan.FromMilliseconds(50);
        var child = Family(new OneForOneStrategy(1, range, _ => Directive.Restart), probe, "a")[0];
        child.Tell(new InvalidOperationException());
        await probe.Expect("a restarted");
        System.Scheduler.ScheduleTellOnce(range * 3, child, new InvalidOperationException(), ActorRefs.NoSender);
        await probe.Expect("a restarted");
        child.Tell("count");

        await probe.Expect("a 1");
    }

    [Fact]
    public async Task The_children_of_a_failed_actor_wait_too()
    {
        var probe = NewProbe();
        using var decided = new ManualResetEventSlim();
        var grandchild = Acting.By((_, message) => probe.Note(message));
        var failing = Acting.By(
            (_, message) => throw new InvalidOperationException((string)message),
            self => probe.Note(self.Ctx.ActorOf(grandchild)));
        var strategy = new OneForOneStrategy(_ =>
        {
            probe.Note("deciding");
            decided.Wait(Patience);
            return Directive.Resume;
        });
        System.ActorOf(Acting.By((_, _) => { }, self => self.Ctx.ActorOf(failing).Tell("fail"), strategy));
        var waiting = await probe.Next<IActorRef>();
        await probe.Expect("deciding");
        waiting.Tell("later");
        await probe.ExpectNothingMore();
        decided.Set();

        await probe.Expect("later");
    }

    [Fact]
    public async Task AllForOne_resumes_only_the_one_that_failed()
    {
        var probe = NewProbe();
        var family = Family(new AllForOneStrategy(_ => Directive.Resume), probe, "a", "b");
        family[1].Tell("count");
        await probe.Expect("b 1");
        family[0].Tell(new InvalidOperationException());
        family[0].Tell("count");
        await probe.Expect("a 1");
        family[1].Tell("count");

        await probe.Expect("b 2");
    }

    [Fact]
    public async Task Whoever_escalated_goes_on_when_it_is_resumed()
    {
        var probe = NewProbe();
        var child = Acting.By((_, message) =>
        {
            if (message is Exception exception)
                throw exception;
            probe.Note(message);
        });
        var parent = Acting.By(
            (_, message) => probe.Note(message),
            self => probe.Note(self.Ctx.ActorOf(child)),
            new OneForOneStrategy(_ => Directive.Escalate));
        System.ActorOf(Acting.By(
            (_, _) => { }, self => probe.Note(self.Ctx.ActorOf(parent)), new OneForOneStrategy(_ => Directive.Resume)));
        var refs = new[] { await probe.Next<IActorRef>(), await probe.Next<IActorRef>() };
        var (escalating, failing) = refs[0].Path.Depth < refs[1].Path.Depth ? (refs[0], refs[1]) : (refs[1], refs[0]);
        failing.Tell(new InvalidOperationException());
        failing.Tell("child");
        await probe.Expect("child");
        escalating.Tell("parent");

        await probe.Expect("parent");
    }

    private sealed class Counting(Probe probe) : UntypedActor
    {
        private int _count;

        protected override void PostRestart(Exception reason) => probe.Note(Self.Path.Name + " restarted");

        protected override void OnReceive(object message)
        {
            if (message is Exception exception)
                throw exception;
            probe.Note($"{Self.Path.Name} {++_count}");
        }
    }
}
