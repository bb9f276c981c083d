using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class BecomeTests : ActorTest
{
    [Fact]
    public async Task Become_replaces_the_behaviour()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Moody(probe)));
        actor.Tell("hello");
        actor.Tell("become angry");
        actor.Tell("hello");

        await probe.Expect("happy hello", "angry hello");
    }

    [Fact]
    public async Task UnbecomeStacked_goes_back_to_the_behaviour_below()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Moody(probe)));
        actor.Tell("stack angry");
        actor.Tell("hello");
        actor.Tell("unbecome");
        actor.Tell("hello");

        await probe.Expect("angry hello", "happy hello");
    }

    [Fact]
    public async Task Become_does_not_remember_the_behaviour_that_it_replaces()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Moody(probe)));
        actor.Tell("stack calm");
        actor.Tell("become angry");
        actor.Tell("hello");
        actor.Tell("unbecome");
        actor.Tell("hello");

        await probe.Expect("angry hello", "happy hello");
    }

    [Fact]
    public async Task The_first_behaviour_is_never_lost()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Moody(probe)));
        actor.Tell("become angry");
        actor.Tell("hello");
        actor.Tell("unbecome");
        actor.Tell("hello");
        actor.Tell("unbecome");
        actor.Tell("hello");

        await probe.Expect("angry hello", "happy hello", "happy hello");
    }

    [Fact]
    public async Task A_restart_begins_with_the_first_behaviour()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Moody(probe)));
        actor.Tell("become angry");
        actor.Tell("fail");
        actor.Tell("hello");

        await probe.Expect("happy hello");
    }

    [Fact]
    public async Task An_untyped_actor_can_become_another_method()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By((self, message) =>
        {
            probe.Note("first " + message);
            self.Ctx.BecomeStacked(next =>
            {
                probe.Note("second " + next);
                self.Ctx.UnbecomeStacked();
            });
        }));
        actor.Tell(1);
        actor.Tell(2);
        actor.Tell(3);

        await probe.Expect("first 1", "second 2", "first 3");
    }

    private sealed class Moody : ReceiveActor
    {
        private readonly Probe _probe;

        public Moody(Probe probe)
        {
            _probe = probe;
            Happy();
        }

        private void Happy() => Common("happy");

        private void Angry() => Common("angry");

        private void Calm() => Common("calm");

        private void Common(string mood)
        {
            Receive<string>(text => text == "become angry", _ => Become(Angry));
            Receive<string>(text => text == "stack angry", _ => BecomeStacked(Angry));
            Receive<string>(text => text == "stack calm", _ => BecomeStacked(Calm));
            Receive<string>(text => text == "unbecome", _ => UnbecomeStacked());
            Receive<string>(text => text == "fail", _ => throw new InvalidOperationException("asked to"));
            Receive<string>(text => _probe.Note($"{mood} {text}"));
        }
    }
}
