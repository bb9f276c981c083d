using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class DeathWatchTests : ActorTest
{
    private sealed record Farewell(string Text);

    private IActorRef Victim(string? name = null) => System.ActorOf(Acting.By((_, _) => { }), name);

    [Fact]
    public async Task A_watcher_is_told_when_the_actor_stops()
    {
        var victim = Victim();
        var probe = NewProbe();
        await probe.Watch(victim);
        System.Stop(victim);

        var terminated = await probe.Next<Terminated>();
        Assert.Equal(victim, terminated.ActorRef);
        Assert.True(terminated.ExistenceConfirmed);
        Assert.False(terminated.AddressTerminated);
    }

    [Fact]
    public async Task Every_watcher_is_told()
    {
        var victim = Victim();
        Probe[] probes = [NewProbe(), NewProbe(), NewProbe()];
        foreach (var probe in probes)
            await probe.Watch(victim);
        victim.Tell(PoisonPill.Instance);

        foreach (var probe in probes)
            Assert.Equal(victim, (await probe.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task Watching_an_actor_that_is_gone_is_answered_at_once()
    {
        var victim = Victim();
        System.Stop(victim);
        await TerminationOf(victim);

        Assert.Equal(victim, (await TerminationOf(victim)).ActorRef);
    }

    [Fact]
    public async Task Watching_a_path_where_nobody_ever_was_does_not_confirm_existence()
    {
        var nobody = ((ExtendedActorSystem)System).Provider.ResolveActorRef("akka://test/user/nobody#17");

        Assert.False((await TerminationOf(nobody)).ExistenceConfirmed);
    }

    [Fact]
    public async Task Watching_twice_tells_once()
    {
        var victim = Victim();
        var probe = NewProbe();
        await probe.Watch(victim);
        await probe.Watch(victim);
        System.Stop(victim);

        await probe.Next<Terminated>();
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task After_Unwatch_nothing_is_told()
    {
        var victim = Victim();
        var probe = NewProbe();
        var watcher = System.ActorOf(Acting.By((self, message) =>
        {
            switch (message)
            {
                case "watch":
                    self.Ctx.Watch(victim);
                    break;
                case "unwatch":
                    self.Ctx.Unwatch(victim);
                    probe.Note("unwatched");
                    break;
                default:
                    probe.Note(message);
                    break;
            }
        }));
        watcher.Tell("watch");
        watcher.Tell("unwatch");
        await probe.Expect("unwatched");
        System.Stop(victim);
        await TerminationOf(victim);
        watcher.Tell("end");

        await probe.Expect("end");
    }

    [Fact]
    public async Task Unwatch_drops_a_notice_that_waits_in_the_mailbox()
    {
        var victim = Victim();
        var probe = NewProbe();
        using var gone = new ManualResetEventSlim();
        var watcher = System.ActorOf(Acting.By(
            (self, message) =>
            {
                switch (message)
                {
                    case "hold":
                        probe.Note("holding");
                        gone.Wait(Patience);
                        break;
                    case "unwatch":
                        self.Ctx.Unwatch(victim);
                        probe.Note("unwatched");
                        break;
                    default:
                        probe.Note(message);
                        break;
                }
            },
            self => self.Ctx.Watch(victim)));
        watcher.Tell("hold");
        await probe.Expect("holding");

        // The notice comes behind this: the watch of the victim is answered before the probe's, asked later.
        watcher.Tell("unwatch");
        System.Stop(victim);
        await TerminationOf(victim);
        gone.Set();
        await probe.Expect("unwatched");
        watcher.Tell("end");

        await probe.Expect("end");
    }

    [Fact]
    public async Task WatchWith_sends_the_message_given()
    {
        var victim = Victim();
        var probe = NewProbe();
        System.ActorOf(Acting.By(
            (_, message) => probe.Note(message),
            self =>
            {
                self.Ctx.WatchWith(victim, new Farewell("so long"));
                probe.Note("watching");
            }));
        await probe.Expect("watching");
        System.Stop(victim);

        await probe.Expect(new Farewell("so long"));
    }

    [Fact]
    public async Task The_first_watch_decides_what_is_sent()
    {
        var victim = Victim();
        var probe = NewProbe();
        System.ActorOf(Acting.By(
            (_, message) => probe.Note(message),
            self =>
            {
                self.Ctx.WatchWith(victim, new Farewell("first"));
                self.Ctx.WatchWith(victim, new Farewell("second"));
                self.Ctx.Watch(victim);
                probe.Note("watching");
            }));
        await probe.Expect("watching");
        System.Stop(victim);

        await probe.Expect(new Farewell("first"));
    }

    [Fact]
    public async Task A_parent_that_watches_its_child_is_told_once()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By(
            (self, message) =>
            {
                probe.Note(message is Terminated terminated ? terminated.ActorRef.Path.Name : message);
            },
            self =>
            {
                var child = self.Ctx.Watch(self.Ctx.ActorOf(Acting.By((_, _) => { }), "child"));
                self.Ctx.Stop(child);
            }));

        await probe.Expect("child");
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task An_unhandled_Terminated_breaks_the_death_pact()
    {
        var probe = NewProbe();
        var victim = Victim();
        var strategy = new OneForOneStrategy(exception =>
        {
            probe.Note(exception is DeathPactException pact ? pact.DeadActor : exception);
            return Directive.Stop;
        });
        var watcher = Acting.By((self, message) => self.NotHandled(message), self =>
        {
            self.Ctx.Watch(victim);
            probe.Note(self.Self);
        });
        System.ActorOf(Acting.By((_, _) => { }, self => self.Ctx.ActorOf(watcher), strategy));
        var watching = await probe.Next<IActorRef>();
        System.Stop(victim);

        await probe.Expect(victim);
        await TerminationOf(watching);
    }

    [Fact]
    public async Task Watching_oneself_does_nothing()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By((_, message) => probe.Note(message), self => self.Ctx.Watch(self.Self)));
        actor.Tell("hello");

        await probe.Expect("hello");
        actor.Tell(PoisonPill.Instance);
        await TerminationOf(actor);
    }

    [Fact]
    public async Task Terminated_has_the_dead_actor_as_sender()
    {
        var probe = NewProbe();
        var victim = Victim();
        System.ActorOf(Acting.By(
            (self, message) => probe.Note(self.Sender),
            self =>
            {
                self.Ctx.Watch(victim);
                probe.Note("watching");
            }));
        await probe.Expect("watching");
        System.Stop(victim);

        await probe.Expect(victim);
    }
}
