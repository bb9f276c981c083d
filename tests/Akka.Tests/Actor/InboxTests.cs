using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class InboxTests() : ActorTest("akka.actor.inbox { inbox-size = 3, default-timeout = 100ms }")
{
    private IActorRef NewEcho() => System.ActorOf(Acting.By((self, message) => self.Sender.Tell(message, self.Self)));

    [Fact]
    public void The_answer_to_what_is_sent_comes_to_the_inbox()
    {
        using var inbox = Inbox.Create(System);
        inbox.Send(NewEcho(), "hello");

        Assert.Equal("hello", inbox.Receive(Patience));
    }

    [Fact]
    public void What_is_sent_to_its_receiver_is_received_in_order()
    {
        using var inbox = Inbox.Create(System);
        inbox.Receiver.Tell(1);
        inbox.Receiver.Tell(2);

        Assert.Equal(1, inbox.Receive(Patience));
        Assert.Equal(2, inbox.Receive(Patience));
    }

    [Fact]
    public async Task Those_who_wait_are_served_in_order()
    {
        using var inbox = Inbox.Create(System);
        var first = inbox.ReceiveAsync(Patience);
        var second = inbox.ReceiveAsync(Patience);
        inbox.Receiver.Tell(1);
        inbox.Receiver.Tell(2);

        Assert.Equal(1, await first);
        Assert.Equal(2, await second);
    }

    [Fact]
    public void ReceiveWhere_takes_the_first_that_fits_and_leaves_the_others()
    {
        using var inbox = Inbox.Create(System);
        foreach (var message in new object[] { "one", 2, "three" })
            inbox.Receiver.Tell(message);

        Assert.Equal(2, inbox.ReceiveWhere(message => message is int, Patience));
        Assert.Equal("one", inbox.Receive(Patience));
        Assert.Equal("three", inbox.Receive(Patience));
    }

    [Fact]
    public async Task ReceiveWhere_waits_for_one_that_fits()
    {
        using var inbox = Inbox.Create(System);
        inbox.Receiver.Tell("other");
        var waiting = Task.Run(() => inbox.ReceiveWhere(message => message is 7, Patience));
        inbox.Receiver.Tell("another");
        inbox.Receiver.Tell(7);

        Assert.Equal(7, await waiting);
        Assert.Equal("other", inbox.Receive(Patience));
        Assert.Equal("another", inbox.Receive(Patience));
    }

    [Fact]
    public void When_nothing_comes_Receive_throws_after_the_configured_time_or_the_one_given()
    {
        using var inbox = Inbox.Create(System);

        AssertTimesOut(() => inbox.Receive());
        AssertTimesOut(() => inbox.Receive(TimeSpan.FromMilliseconds(10)));
        AssertTimesOut(() => inbox.ReceiveWhere(message => message is int));
    }

    [Fact]
    public void What_ReceiveWhere_does_not_want_is_left_for_others()
    {
        using var inbox = Inbox.Create(System);
        inbox.Receiver.Tell("left");

        AssertTimesOut(() => inbox.ReceiveWhere(message => message is int, TimeSpan.FromMilliseconds(10)));
        Assert.Equal("left", inbox.Receive(Patience));
    }

    [Fact]
    public void What_does_not_fit_into_a_full_inbox_is_dropped()
    {
        using var inbox = Inbox.Create(System);
        foreach (var number in new object[] { 1, 2, 3, 4 })
            inbox.Receiver.Tell(number);

        Assert.Equal(1, inbox.Receive(Patience));
        Assert.Equal(2, inbox.Receive(Patience));
        Assert.Equal(3, inbox.Receive(Patience));
        AssertTimesOut(() => inbox.Receive());
    }

    [Fact]
    public void The_end_of_a_watched_actor_comes_as_Terminated_or_as_the_message_given()
    {
        using var inbox = Inbox.Create(System);
        var first = NewEcho();
        var second = NewEcho();
        Assert.Equal(first, inbox.Watch(first));
        inbox.WatchWith(second, "second is gone");
        System.Stop(first);

        Assert.Equal(first, Assert.IsType<Terminated>(inbox.Receive(Patience)).ActorRef);
        System.Stop(second);
        Assert.Equal("second is gone", inbox.Receive(Patience));
    }

    [Fact]
    public async Task After_Unwatch_nothing_comes()
    {
        using var inbox = Inbox.Create(System);
        var actor = NewEcho();
        inbox.Watch(actor);
        inbox.Unwatch(actor);
        System.Stop(actor);
        await TerminationOf(actor);
        inbox.Receiver.Tell("next");

        Assert.Equal("next", inbox.Receive(Patience));
    }

    [Fact]
    public async Task Dispose_stops_its_actor()
    {
        var inbox = Inbox.Create(System);
        inbox.Dispose();

        Assert.Equal(inbox.Receiver, (await TerminationOf(inbox.Receiver)).ActorRef);
    }

    // The official one may throw it inside an AggregateException, as chance has it.
    private static void AssertTimesOut(Action receive) =>
        Assert.IsType<TimeoutException>(Assert.ThrowsAny<Exception>(receive).GetBaseException());
}
