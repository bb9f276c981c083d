using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class LifeCycleTests : ActorTest
{
    [Fact]
    public async Task PreStart_comes_before_the_first_message()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Traced(probe)));
        actor.Tell("hello");

        await probe.Expect("constructor", "PreStart", "hello");
    }

    [Fact]
    public async Task Stop_ends_with_PostStop()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Traced(probe)));
        System.Stop(actor);

        await TerminationOf(actor);
        await probe.Expect("constructor", "PreStart", "PostStop");
    }

    [Fact]
    public async Task A_restart_calls_PreRestart_on_the_old_and_PostRestart_on_the_new_instance()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Props.Create(() => new Traced(probe)));
        child.Tell(new InvalidOperationException("boom"));
        child.Tell("after");

        await probe.Expect(
            "constructor", "PreStart", "PreRestart boom", "PostStop", "constructor", "PostRestart boom", "PreStart", "after");
    }

    [Fact]
    public async Task PreRestart_gets_the_message_on_which_the_actor_failed()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Props.Create(() => new MessageTeller(probe)));
        child.Tell("bad");

        await probe.Expect("bad");
    }

    [Fact]
    public async Task Messages_that_wait_are_processed_by_the_new_instance()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Props.Create(() => new Counter(probe)));
        child.Tell("count");
        child.Tell("fail");
        child.Tell("count");
        child.Tell("count");

        await probe.Expect(1, 1, 2);
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task A_restart_stops_the_children()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Acting.By(
            (_, message) => throw new InvalidOperationException((string)message),
            self => probe.Note(self.Ctx.ActorOf(Acting.By((_, _) => { })))));
        var grandchild = await probe.Next<IActorRef>();
        child.Tell("fail");

        Assert.Equal(grandchild, (await TerminationOf(grandchild)).ActorRef);
    }

    [Fact]
    public async Task Children_that_PreRestart_leaves_alive_are_restarted()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Props.Create(() => new Keeping(probe)));
        var grandchild = await probe.Next<IActorRef>();
        await probe.Expect("constructor", "PreStart");
        child.Tell("fail");

        await probe.Expect("PreRestart fail", "PostStop", "constructor", "PostRestart fail", "PreStart");
        grandchild.Tell("still here");
        await probe.Expect("still here");
    }

    [Fact]
    public async Task PoisonPill_stops_after_the_messages_before_it()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Traced(probe)));
        actor.Tell("one");
        actor.Tell(PoisonPill.Instance);
        actor.Tell("never");

        await TerminationOf(actor);
        await probe.Expect("constructor", "PreStart", "one", "PostStop");
    }

    [Fact]
    public async Task Kill_makes_the_supervisor_decide_about_an_ActorKilledException()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(
            Acting.By((_, _) => { }),
            new OneForOneStrategy(exception =>
            {
                probe.Note(exception.GetType());
                return Directive.Stop;
            }));
        child.Tell(Kill.Instance);

        await TerminationOf(child);
        await probe.Expect(typeof(ActorKilledException));
    }

    [Fact]
    public async Task Children_are_gone_before_their_parents_PostStop()
    {
        var probe = NewProbe();
        var parent = System.ActorOf(Props.Create(() => new ParentOfTraced(probe)));
        await probe.Expect("constructor", "PreStart");
        System.Stop(parent);

        await probe.Expect("PostStop", "parent's PostStop");
    }

    private sealed class Traced(Probe probe) : UntypedActor
    {
        private readonly Probe _probe = Noted(probe);

        private static Probe Noted(Probe probe)
        {
            probe.Note("constructor");
            return probe;
        }

        protected override void PreStart()
        {
            _probe.Note("PreStart");
            base.PreStart();
        }

        protected override void PostStop()
        {
            _probe.Note("PostStop");
            base.PostStop();
        }

        protected override void PreRestart(Exception reason, object message)
        {
            _probe.Note("PreRestart " + reason.Message);
            base.PreRestart(reason, message);
        }

        protected override void PostRestart(Exception reason)
        {
            _probe.Note("PostRestart " + reason.Message);
            base.PostRestart(reason);
        }

        protected override void OnReceive(object message)
        {
            if (message is Exception exception)
                throw exception;
            _probe.Note(message);
        }
    }

    private sealed class MessageTeller(Probe probe) : UntypedActor
    {
        protected override void PreRestart(Exception reason, object message) => probe.Note(message);

        protected override void OnReceive(object message) => throw new InvalidOperationException("always");
    }

    private sealed class Counter(Probe probe) : UntypedActor
    {
        private int _count;

        protected override void OnReceive(object message)
        {
            if (message is "fail")
                throw new InvalidOperationException("asked to");
            probe.Note(++_count);
        }
    }

    private sealed class Keeping : UntypedActor
    {
        private readonly Probe _probe;

        public Keeping(Probe probe) => _probe = probe;

        protected override void PreStart() => _probe.Note(Context.ActorOf(Props.Create(() => new Traced(_probe))));

        protected override void PreRestart(Exception reason, object message)
        {
            // The child stays.
        }

        protected override void PostRestart(Exception reason)
        {
            // The child is there already.
        }

        protected override void OnReceive(object message) => throw new InvalidOperationException((string)message);
    }

    private sealed class ParentOfTraced(Probe probe) : UntypedActor
    {
        protected override void PreStart() => Context.ActorOf(Props.Create(() => new Traced(probe)));

        protected override void PostStop() => probe.Note("parent's PostStop");

        protected override void OnReceive(object message)
        {
        }
    }
}
