using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public sealed class StashTests : ActorTest
{
    [Fact]
    public async Task What_was_stashed_comes_back_in_order_before_what_came_later()
    {
        var probe = NewProbe();
        var open = false;
        var actor = System.ActorOf(Acting.By((self, message) =>
        {
            if (message is "open")
            {
                open = true;
                self.Stash.UnstashAll();
            }
            else if (open)
            {
                probe.Note(message);
            }
            else
            {
                self.Stash.Stash();
            }
        }));
        foreach (var message in new object[] { 1, 2, 3, "open", 4 })
            actor.Tell(message);

        await probe.Expect(1, 2, 3, 4);
    }

    [Fact]
    public async Task Unstash_brings_back_the_oldest_only()
    {
        var probe = NewProbe();
        var stashed = 0;
        var actor = System.ActorOf(Acting.By((self, message) =>
        {
            if (message is "one")
                self.Stash.Unstash();
            else if (stashed++ < 2)
                self.Stash.Stash();
            else
                probe.Note(message);
        }));
        foreach (var message in new object[] { 1, 2, "one", "next" })
            actor.Tell(message);

        await probe.Expect(1, "next");
    }

    [Fact]
    public async Task A_stashed_message_keeps_its_sender()
    {
        var probe = NewProbe();
        var first = true;
        var actor = System.ActorOf(Acting.By((self, message) =>
        {
            if (message is "unstash")
            {
                self.Stash.UnstashAll();
            }
            else if (first)
            {
                first = false;
                self.Stash.Stash();
            }
            else
            {
                self.Sender.Tell(message);
            }
        }));
        actor.Tell("hello", probe.Ref);
        actor.Tell("unstash");

        await probe.Expect("hello");
    }

    [Fact]
    public async Task The_same_message_can_not_be_stashed_twice()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By((self, _) =>
        {
            self.Stash.Stash();
            probe.Note(Assert.Throws<IllegalActorStateException>(() => self.Stash.Stash()));
        }));
        actor.Tell("twice");

        await probe.Next<IllegalActorStateException>();
    }

    [Fact]
    public async Task A_restart_brings_back_what_was_stashed()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new StashingUntilRestart(probe)));
        foreach (var message in new object[] { 1, 2, "fail", 3 })
            actor.Tell(message);

        await probe.Expect("restarted", 1, 2, 3);
    }

    [Fact]
    public async Task What_is_stashed_at_the_end_becomes_dead_letters()
    {
        var probe = NewProbe();
        System.EventStream.Subscribe(probe.Ref, typeof(DeadLetter));
        var actor = System.ActorOf(Acting.By((self, _) => self.Stash.Stash()));
        actor.Tell("lost");
        actor.Tell(PoisonPill.Instance);

        Assert.Equal("lost", (await probe.Next<DeadLetter>()).Message);
    }

    [Fact]
    public async Task A_stashed_notice_of_a_watched_actors_end_comes_back()
    {
        var probe = NewProbe();
        var open = false;
        var victim = System.ActorOf(Acting.By((_, _) => { }));
        var actor = System.ActorOf(Acting.By((self, message) =>
        {
            switch (message)
            {
                case "watch":
                    self.Ctx.Watch(victim);
                    victim.Tell(PoisonPill.Instance);
                    break;
                case "open":
                    open = true;
                    self.Stash.UnstashAll();
                    break;
                case Terminated terminated when open:
                    probe.Note(terminated.ActorRef);
                    break;
                default:
                    self.Stash.Stash();
                    probe.Note("stashed");
                    break;
            }
        }));
        actor.Tell("watch");
        await probe.Expect("stashed");
        actor.Tell("open");

        await probe.Expect(victim);
    }

    [Fact]
    public async Task ClearStash_takes_all_out()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By((self, message) =>
        {
            if (message is not "clear")
            {
                self.Stash.Stash();
                return;
            }
            probe.Note(self.Stash.NonEmpty);
            foreach (var envelope in self.Stash.ClearStash())
                probe.Note(envelope.Message);
            probe.Note(self.Stash.IsEmpty);
        }));
        foreach (var message in new object[] { 1, 2, "clear" })
            actor.Tell(message);

        await probe.Expect(true, 1, 2, true);
    }

    [Fact]
    public async Task UnstashAll_with_a_filter_brings_back_what_fits()
    {
        var probe = NewProbe();
        var open = false;
        var actor = System.ActorOf(Acting.By((self, message) =>
        {
            if (message is "open")
            {
                open = true;
                self.Stash.UnstashAll(envelope => (int)envelope.Message > 1);
            }
            else if (open)
            {
                probe.Note(message);
            }
            else
            {
                self.Stash.Stash();
            }
        }));
        foreach (var message in new object[] { 1, 2, 3, "open" })
            actor.Tell(message);

        await probe.Expect(2, 3);
    }

    [Fact]
    public async Task What_is_prepended_comes_before_what_was_stashed()
    {
        var probe = NewProbe();
        var open = false;
        var actor = System.ActorOf(Acting.By((self, message) =>
        {
            if (open)
            {
                probe.Note(message);
            }
            else if (message is "open")
            {
                open = true;
                self.Stash.Prepend([new Envelope("first", self.Self), new Envelope("second", self.Self)]);
                self.Stash.UnstashAll();
            }
            else
            {
                self.Stash.Stash();
            }
        }));
        actor.Tell("stashed");
        actor.Tell("open");

        await probe.Expect("first", "second", "stashed");
    }

    private sealed class StashingUntilRestart : UntypedActor, IWithStash
    {
        private readonly Probe _probe;
        private bool _restarted;

        public StashingUntilRestart(Probe probe) => _probe = probe;

        public IStash Stash { get; set; } = null!;

        protected override void PostRestart(Exception reason)
        {
            _restarted = true;
            // The message on which the actor failed is gone for good.
            _probe.Note("restarted");
        }

        protected override void OnReceive(object message)
        {
            if (_restarted)
                _probe.Note(message);
            else if (message is "fail")
                throw new InvalidOperationException("asked to");
            else
                Stash.Stash();
        }
    }
}
