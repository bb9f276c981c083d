using Akka.Actor;

namespace Akka.Tests.Actor;

/// <summary>What an actor throws while it is made, started, restarted or stopped.</summary>
public sealed class FailingLifeCycleTests : ActorTest
{
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
    public void An_actor_can_not_be_made_with_new() =>
        Assert.Throws<ActorInitializationException>(() => new Unstartable());

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
}
