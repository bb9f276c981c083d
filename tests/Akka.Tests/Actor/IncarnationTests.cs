using Akka.Actor;

namespace Akka.Tests.Actor;

/// <summary>What becomes of an actor's instances, and what outlives them.</summary>
public sealed class IncarnationTests : ActorTest
{
    [Fact]
    public async Task A_constructor_that_is_not_public_makes_no_actor()
    {
        var actor = System.ActorOf(Props.Create(() => new Hidden(1)));

        Assert.Equal(actor, (await TerminationOf(actor)).ActorRef);
    }

    [Fact]
    public async Task An_actor_that_failed_in_PreStart_hears_no_PostStop()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Props.Create(() => new FailsToStart(probe)), new OneForOneStrategy(_ => Directive.Stop));

        await TerminationOf(child);
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task A_disposable_actor_is_disposed_after_PostStop()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Disposing(probe)));
        actor.Tell(PoisonPill.Instance);

        await probe.Expect("constructor", "PostStop", "Dispose");
    }

    [Fact]
    public async Task A_restart_disposes_the_old_instance_before_it_makes_the_new_one()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Props.Create(() => new Disposing(probe)));
        child.Tell("fail");

        await probe.Expect("constructor", "PostStop", "Dispose", "constructor");
    }

    [Fact]
    public async Task A_producer_makes_each_instance_and_gets_it_back()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Props.CreateBy<Producer>(probe));
        child.Tell("fail");
        child.Tell(PoisonPill.Instance);

        await probe.Expect("produce", "release", "produce", "release");
    }

    [Fact]
    public async Task A_producer_can_be_given_as_it_is()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.CreateBy(new Producer(probe)));
        actor.Tell(PoisonPill.Instance);

        await probe.Expect("produce", "release");
    }

    [Fact]
    public async Task A_restarted_actor_keeps_its_reference()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Acting.By(
            (_, message) => throw new InvalidOperationException((string)message), self => probe.Note(self.Self)));
        child.Tell("fail");

        await probe.Expect(child, child);
    }

    [Fact]
    public async Task A_restart_keeps_the_watches()
    {
        var probe = NewProbe();
        var watched = System.ActorOf(Acting.By((_, _) => { }));
        var starts = 0;
        var (_, child) = Supervised(Acting.By(
            (_, message) =>
            {
                if (message is "fail")
                    throw new InvalidOperationException("asked to");
                probe.Note(message);
            },
            self =>
            {
                if (starts++ == 0)
                    self.Ctx.Watch(watched);
                else
                    probe.Note("restarted");
            }));
        child.Tell("fail");
        await probe.Expect("restarted");
        System.Stop(watched);

        Assert.Equal(watched, (await probe.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_restart_drops_the_failed_message_and_keeps_the_sender_of_the_others()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Acting.By((self, message) =>
        {
            if (message is "fail")
                throw new InvalidOperationException("asked to");
            self.Sender.Tell(message);
        }));
        child.Tell("fail", ActorRefs.NoSender);
        child.Tell("after", probe.Ref);

        await probe.Expect("after");
    }

    [Fact]
    public async Task Children_made_in_the_constructor_are_gone_before_the_new_instance_makes_its_own()
    {
        var probe = NewProbe();
        var (_, child) = Supervised(Props.Create(() => new MotherOfOne(probe)));
        var first = await probe.Next<IActorRef>();
        child.Tell("fail");
        var second = await probe.Next<IActorRef>();

        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
    }

    private sealed class FailsToStart(Probe probe) : UntypedActor
    {
        protected override void PreStart() => throw new InvalidOperationException("PreStart");

        protected override void PostStop() => probe.Note("PostStop");

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Disposing : UntypedActor, IDisposable
    {
        private readonly Probe _probe;

        public Disposing(Probe probe)
        {
            _probe = probe;
            _probe.Note("constructor");
        }

        public void Dispose() => _probe.Note("Dispose");

        protected override void PostStop() => _probe.Note("PostStop");

        protected override void OnReceive(object message) => throw new InvalidOperationException((string)message);
    }

    private sealed class MotherOfOne : UntypedActor
    {
        public MotherOfOne(Probe probe) => probe.Note(Context.ActorOf(Acting.By((_, _) => { }), "one"));

        protected override void OnReceive(object message) => throw new InvalidOperationException((string)message);
    }

    public sealed class Producer : IIndirectActorProducer
    {
        private readonly Probe _probe;

        public Producer(Probe probe) => _probe = probe;

        public Type ActorType => typeof(Failing);

        public ActorBase Produce()
        {
            _probe.Note("produce");
            return new Failing();
        }

        public void Release(ActorBase actor)
        {
            Assert.IsType<Failing>(actor);
            _probe.Note("release");
        }
    }

    private sealed class Failing : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException((string)message);
    }

    private sealed class Hidden : UntypedActor
    {
        internal Hidden(int number) => Number = number;

        public int Number { get; }

        protected override void OnReceive(object message)
        {
        }
    }
}
