using Akka.TestKit.TestActors;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class TestActorRefTests : PatientTestKit
{
    [Fact]
    public void Tell_returns_when_the_message_is_handled()
    {
        var counter = ActorOfAsTestActorRef<Counter>();

        counter.Tell(3);
        counter.Tell(4);

        Assert.Equal(7, counter.UnderlyingActor.Sum);
    }

    [Fact]
    public void The_actor_runs_on_the_thread_that_tells_it()
    {
        var counter = ActorOfAsTestActorRef<Counter>();

        counter.Tell(1);

        Assert.Equal(Environment.CurrentManagedThreadId, counter.UnderlyingActor.Thread);
    }

    [Fact]
    public void Receive_gives_what_the_actor_throws_to_the_caller()
    {
        var counter = ActorOfAsTestActorRef<Counter>();

        Assert.Throws<InvalidOperationException>(() => counter.Receive("bad"));
    }

    [Fact]
    public void A_failure_restarts_the_actor_with_another_instance()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        var first = counter.UnderlyingActor;

        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => counter.Tell("bad"));

        AwaitAssert(() => Assert.NotSame(first, counter.UnderlyingActor));
    }

    [Fact]
    public void It_is_a_child_of_the_user_guardian_and_answers()
    {
        var counter = ActorOfAsTestActorRef<Counter>("counter");

        counter.Tell(true, TestActor);

        Assert.Equal("/user/counter", counter.Path.ToStringWithoutAddress());
        ExpectMsg(0);
        Assert.True(counter.Equals(LastSender));
    }

    [Fact]
    public void It_can_be_watched_and_stopped()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        Watch(counter);

        Sys.Stop(counter);

        ExpectTerminated(counter);
    }

    [Fact]
    public void Props_can_say_how_the_actor_is_created()
    {
        var forwarder = ActorOfAsTestActorRef<ForwardActor>(ForwardActor.Props(TestActor));

        forwarder.Tell("hello", TestActor);

        ExpectMsg("hello");
    }

    [Fact]
    public async Task Actors_on_the_calling_thread_dispatcher_handle_messages_before_Tell_returns()
    {
        var handled = new List<object>();
        var actor = Sys.ActorOf(Props.Create(() => new Collector(handled)).WithDispatcher(CallingThreadDispatcher.Id));
        await actor.Ask<ActorIdentity>(new Identify("started"), TimeSpan.FromSeconds(10));

        actor.Tell("a");
        actor.Tell("b");

        Assert.Equal(["a", "b"], handled);
    }

    private sealed class Counter : ReceiveActor
    {
        public Counter()
        {
            Receive<int>(number =>
            {
                Sum += number;
                Thread = Environment.CurrentManagedThreadId;
            });
            Receive<bool>(_ => Sender.Tell(Sum));
            Receive<string>(text => throw new InvalidOperationException(text));
        }

        public int Sum { get; private set; }

        public int Thread { get; private set; }
    }

    private sealed class Collector : ReceiveActor
    {
        public Collector(List<object> handled) => ReceiveAny(handled.Add);
    }
}
