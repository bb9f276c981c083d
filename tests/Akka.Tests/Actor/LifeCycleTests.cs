using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class LifeCycleTests : ActorTest
{
    private static readonly SupervisorStrategy Restarting = new OneForOneStrategy(_ => Directive.Restart);

    private (IActorRef Parent, IActorRef Child) Supervised(Props child, SupervisorStrategy? strategy = null)
    {
        var born = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
        var parent = System.ActorOf(Acting.By(
            (_, _) => { }, self => born.SetResult(self.Ctx.ActorOf(child, "child")), strategy ?? Restarting));
        return (parent, born.Task.GetAwaiter().GetResult());
    }

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
    public async Task An_actor_whose_constructor_throws_is_stopped()
    {
        var actor = System.ActorOf(Props.Create(() => new Unbuildable()));

        Assert.Equal(actor, (await TerminationOf(actor)).ActorRef);
    }

    [Theory]
    [InlineData(typeof(Unbuildable))]
    [InlineData(typeof(Unstartable))]
    public async Task A_throwing_constructor_or_PreStart_is_an_ActorInitializationException(Type type)
    {
        var probe = NewProbe();
        var (_, child) = Supervised(
            Props.Create(type),
            new OneForOneStrategy(exception =>
            {
                probe.Note(exception.GetType());
                return Directive.Stop;
            }));

        await probe.Expect(typeof(ActorInitializationException));
        await TerminationOf(child);
    }

    [Fact]
    public async Task An_actor_that_could_not_be_made_is_made_again_by_Restart()
    {
        var probe = NewProbe();
        var attempts = new Attempts();
        var (_, child) = Supervised(Props.Create(() => new ThirdTimeLucky(attempts, probe)));
        child.Tell("hello");

        await probe.Expect("hello");
        Assert.Equal(3, attempts.Count);
    }

    [Fact]
    public async Task A_throwing_PostRestart_is_a_PostRestartException()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(
            Props.Create(() => new BadPostRestart()),
            new OneForOneStrategy(exception =>
            {
                probe.Note(exception.GetType());
                return exception is PostRestartException ? Directive.Stop : Directive.Restart;
            }));
        child.Tell("fail");

        await probe.Expect(typeof(InvalidOperationException), typeof(PostRestartException));
        await TerminationOf(child);
    }

    [Fact]
    public async Task A_throwing_PreRestart_does_not_prevent_the_restart()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Props.Create(() => new BadPreRestart(probe)));
        child.Tell("fail");

        await probe.Expect("PostRestart");
    }

    [Fact]
    public async Task A_throwing_PostStop_does_not_prevent_the_stop()
    {
        var actor = System.ActorOf(Props.Create(() => new BadPostStop()));
        System.Stop(actor);

        await TerminationOf(actor);
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

    [Fact]
    public void An_actor_can_not_be_made_with_new() =>
        Assert.Throws<ActorInitializationException>(() => new Unstartable());

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

    private sealed class Unbuildable : UntypedActor
    {
        public Unbuildable() => throw new InvalidOperationException("constructor");

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Unstartable : UntypedActor
    {
        protected override void PreStart() => throw new InvalidOperationException("PreStart");

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Attempts
    {
        public int Count { get; set; }
    }

    private sealed class ThirdTimeLucky : UntypedActor
    {
        private readonly Probe _probe;

        public ThirdTimeLucky(Attempts attempts, Probe probe)
        {
            _probe = probe;
            if (++attempts.Count < 3)
                throw new InvalidOperationException("not yet");
        }

        protected override void OnReceive(object message) => _probe.Note(message);
    }

    private sealed class BadPostRestart : UntypedActor
    {
        protected override void PostRestart(Exception reason) => throw new ArgumentException("PostRestart");

        protected override void OnReceive(object message) => throw new InvalidOperationException("asked to");
    }

    private sealed class BadPreRestart(Probe probe) : UntypedActor
    {
        protected override void PreRestart(Exception reason, object message) => throw new ArgumentException("PreRestart");

        protected override void PostRestart(Exception reason) => probe.Note("PostRestart");

        protected override void OnReceive(object message) => throw new InvalidOperationException("asked to");
    }

    private sealed class BadPostStop : UntypedActor
    {
        protected override void PostStop() => throw new InvalidOperationException("PostStop");

        protected override void OnReceive(object message)
        {
        }
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
