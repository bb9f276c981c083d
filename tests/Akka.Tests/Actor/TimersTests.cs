using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class TimersTests : ActorTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_single_timer_fires_once()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By(
            (self, message) => probe.Note($"{message} {self.Timers.IsTimerActive("key")}"),
            self => self.Timers.StartSingleTimer("key", "tick", Soon)));

        await probe.Expect("tick False");
    }

    [Fact]
    public async Task A_periodic_timer_fires_again_and_again()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By(
            (_, message) => probe.Note(message),
            self => self.Timers.StartPeriodicTimer("key", "tick", Soon)));

        await probe.Expect("tick", "tick", "tick");
    }

    [Fact]
    public async Task A_timer_with_the_same_key_replaces_the_one_before()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By(
            (_, message) => probe.Note(message),
            self =>
            {
                self.Timers.StartSingleTimer("key", "old", Soon);
                self.Timers.StartSingleTimer("key", "new", Soon * 3);
            }));

        await probe.Expect("new");
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task A_cancelled_timers_message_does_not_arrive_even_if_it_waits_in_the_mailbox()
    {
        var probe = NewProbe();
        using var fired = new ManualResetEventSlim();
        var actor = System.ActorOf(Acting.By(
            (self, message) =>
            {
                if (message is "cancel")
                {
                    fired.Wait(Patience);
                    self.Timers.Cancel("key");
                    probe.Note("cancelled");
                }
                else
                {
                    probe.Note(message);
                }
            },
            self => self.Timers.StartSingleTimer("key", "tick", Soon)));
        actor.Tell("cancel");
        System.Scheduler.Advanced.ScheduleOnce(Soon * 5, fired.Set);
        await probe.Expect("cancelled");
        actor.Tell("end");

        await probe.Expect("end");
    }

    [Fact]
    public async Task A_restart_ends_all_timers()
    {
        var probe = NewProbe();
        var starts = 0;
        var actor = System.ActorOf(Acting.By(
            (self, message) =>
            {
                if (message is "fail")
                    throw new InvalidOperationException("asked to");
                probe.Note(message);
            },
            self =>
            {
                probe.Note(self.Timers.ActiveTimers.Count);
                if (starts++ == 0)
                    self.Timers.StartSingleTimer("key", "tick", Never);
                probe.Note(self.Timers.IsTimerActive("key"));
            }));
        actor.Tell("fail");

        await probe.Expect(0, true, 0, false);
    }

    [Fact]
    public async Task CancelAll_ends_all_timers()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By((_, _) => { }, self =>
        {
            self.Timers.StartSingleTimer("a", 1, Never);
            self.Timers.StartPeriodicTimer("b", 2, Never);
            probe.Note(self.Timers.ActiveTimers.Count);
            self.Timers.CancelAll();
            probe.Note(self.Timers.ActiveTimers.Count);
        }));

        await probe.Expect(2, 0);
    }

    [Fact]
    public async Task A_timers_message_can_be_stashed()
    {
        var probe = NewProbe();
        var stashed = false;
        var actor = System.ActorOf(Acting.By(
            (self, message) =>
            {
                if (message is "unstash")
                {
                    self.Stash.UnstashAll();
                }
                else if (!stashed)
                {
                    stashed = true;
                    self.Stash.Stash();
                    self.Self.Tell("unstash");
                }
                else
                {
                    probe.Note(message);
                }
            },
            self => self.Timers.StartSingleTimer("key", "tick", Soon)));

        await probe.Expect("tick");
        Assert.False(actor.IsNobody());
    }

    [Fact]
    public async Task A_replaced_timers_message_does_not_arrive_even_if_it_waits_in_the_mailbox()
    {
        var probe = NewProbe();
        using var fired = new ManualResetEventSlim();
        var actor = System.ActorOf(Acting.By(
            (self, message) =>
            {
                if (message is "replace")
                {
                    fired.Wait(Patience);
                    self.Timers.StartSingleTimer("key", "new", Never);
                    probe.Note("replaced");
                }
                else
                {
                    probe.Note(message);
                }
            },
            self => self.Timers.StartSingleTimer("key", "old", Soon)));
        actor.Tell("replace");
        System.Scheduler.Advanced.ScheduleOnce(Soon * 5, fired.Set);
        await probe.Expect("replaced");
        actor.Tell("end");

        await probe.Expect("end");
    }

    [Fact]
    public async Task A_timer_that_waits_before_a_restart_does_not_arrive_after_it()
    {
        var probe = NewProbe();
        using var fired = new ManualResetEventSlim();
        var starts = 0;
        var actor = System.ActorOf(Acting.By(
            (_, message) =>
            {
                if (message is "fail")
                {
                    fired.Wait(Patience);
                    throw new InvalidOperationException("asked to");
                }
                probe.Note(message);
            },
            self =>
            {
                // The new instance has a timer with the same key, for which the old one's message must not stand in.
                self.Timers.StartSingleTimer("key", "tick", starts++ == 0 ? Soon : Never);
                probe.Note("started");
            }));
        actor.Tell("fail");
        System.Scheduler.Advanced.ScheduleOnce(Soon * 5, fired.Set);
        await probe.Expect("started", "started");
        actor.Tell("end");

        await probe.Expect("end");
    }

    [Fact]
    public async Task A_periodic_timer_waits_as_long_as_it_is_told_before_it_begins()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By(
            (_, message) => probe.Note(message),
            self =>
            {
                self.Timers.StartPeriodicTimer("late", "late", Never, Soon);
                self.Timers.StartPeriodicTimer("early", "early", Soon, Never);
            }));

        await probe.Expect("early");
        await probe.ExpectNothingMore();
    }

    [Fact]
    public async Task A_timers_message_has_the_sender_that_it_was_given()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By(
            (self, message) => self.Sender.Tell(message),
            self => self.Timers.StartSingleTimer("key", "tick", Soon, probe.Ref)));

        await probe.Expect("tick");
    }

    [Fact]
    public async Task An_ended_periodic_timer_comes_no_more()
    {
        var probe = NewProbe();
        var ticks = 0;
        System.ActorOf(Acting.By(
            (self, message) =>
            {
                probe.Note(message);
                if (++ticks == 2)
                {
                    self.Timers.Cancel("key");
                    self.Timers.StartSingleTimer("end", "end", Soon * 3);
                }
            },
            self => self.Timers.StartPeriodicTimer("key", "tick", Soon)));

        await probe.Expect("tick", "tick", "end");
    }
}
