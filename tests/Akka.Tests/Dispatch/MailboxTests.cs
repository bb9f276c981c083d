using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Tests.Actor;

namespace Akka.Tests.Dispatch;

public sealed class MailboxTests() : ActorTest(
    $$"""
    by-priority { mailbox-type = "{{typeof(ByNumber).AssemblyQualifiedName}}" }
    stable { mailbox-type = "{{typeof(TensFirst).AssemblyQualifiedName}}" }
    small {
      mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka"
      mailbox-capacity = 2
      mailbox-push-timeout-time = 10ms
    }
    akka.actor.deployment {
      /configured { mailbox = by-priority }
    }
    """)
{
    [Fact]
    public async Task A_priority_mailbox_brings_the_lowest_number_first()
    {
        var probe = NewProbe();
        using var gate = new ManualResetEventSlim();
        var actor = System.ActorOf(Props.Create(() => new PlainBlocked(probe, gate)).WithMailbox("by-priority"));
        actor.Tell("wait");
        await probe.Expect("waiting");
        foreach (var number in new object[] { 3, 1, 2 })
            actor.Tell(number);
        gate.Set();

        await probe.Expect(1, 2, 3);
    }

    [Fact]
    public async Task A_stable_priority_mailbox_keeps_the_order_among_equals()
    {
        var probe = NewProbe();
        using var gate = new ManualResetEventSlim();
        var actor = System.ActorOf(Props.Create(() => new PlainBlocked(probe, gate)).WithMailbox("stable"));
        actor.Tell("wait");
        await probe.Expect("waiting");
        foreach (var number in new object[] { 3, 20, 1, 10, 2, 30 })
            actor.Tell(number);
        gate.Set();

        await probe.Expect(20, 10, 30, 3, 1, 2);
    }

    [Fact]
    public async Task A_full_bounded_mailbox_makes_dead_letters()
    {
        var probe = NewProbe();
        var letters = NewProbe();
        System.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        using var gate = new ManualResetEventSlim();
        var actor = System.ActorOf(Props.Create(() => new PlainBlocked(probe, gate)).WithMailbox("small"));
        actor.Tell("wait");
        await probe.Expect("waiting");
        foreach (var number in new object[] { 1, 2, 3 })
            actor.Tell(number);
        var letter = await letters.Next<DeadLetter>();
        gate.Set();

        Assert.Equal(3, letter.Message);
        await probe.Expect(1, 2);
    }

    [Fact]
    public void A_mailbox_that_is_not_configured_is_refused() =>
        Assert.Throws<ConfigurationException>(() => System.ActorOf(Acting.By((_, _) => { }).WithMailbox("missing")));

    [Fact]
    public async Task The_deployment_of_a_path_chooses_the_mailbox()
    {
        var probe = NewProbe();
        using var gate = new ManualResetEventSlim();
        var actor = System.ActorOf(Props.Create(() => new PlainBlocked(probe, gate)), "configured");
        actor.Tell("wait");
        await probe.Expect("waiting");
        actor.Tell(2);
        actor.Tell(1);
        gate.Set();

        await probe.Expect(1, 2);
    }

    [Fact]
    public async Task An_actor_with_a_stash_gets_a_mailbox_that_it_works_with()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By((_, _) => { }, self => probe.Note(self.Stash.Count)));

        await probe.Expect(0);
    }

    // Holds its thread until everything is in its mailbox, so that the mailbox's order shows.
    private sealed class PlainBlocked(Probe probe, ManualResetEventSlim gate) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "wait")
            {
                probe.Note("waiting");
                gate.Wait(Patience);
            }
            else
            {
                probe.Note(message);
            }
        }
    }

    public sealed class ByNumber(Settings settings, Config config) : UnboundedPriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => message is int number ? number : 0;
    }

    public sealed class TensFirst(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => message is int number && number >= 10 ? 1 : 2;
    }
}
