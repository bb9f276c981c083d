using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public sealed class ReceiveActorTests : ActorTest
{
    private IActorRef Handling(Action<Handlers> describe) => System.ActorOf(Props.Create(() => new Handlers(describe)));

    [Fact]
    public async Task The_first_handler_that_fits_gets_the_message()
    {
        var probe = NewProbe();
        var actor = Handling(self =>
        {
            self.On<string>(_ => probe.Note("first"));
            self.On<object>(_ => probe.Note("second"));
        });
        actor.Tell("text");
        actor.Tell(1);

        await probe.Expect("first", "second");
    }

    [Fact]
    public async Task A_handler_whose_predicate_says_no_is_passed_over()
    {
        var probe = NewProbe();
        var actor = Handling(self =>
        {
            self.On<int>(_ => probe.Note("big"), number => number > 10);
            self.On<int>(_ => probe.Note("small"));
        });
        actor.Tell(11);
        actor.Tell(1);

        await probe.Expect("big", "small");
    }

    [Fact]
    public async Task A_handler_that_returns_false_passes_the_message_on()
    {
        var probe = NewProbe();
        var actor = Handling(self =>
        {
            self.Maybe<int>(number => number > 10);
            self.Any(message => probe.Note(message));
        });
        actor.Tell(11);
        actor.Tell(1);

        await probe.Expect(1);
    }

    [Fact]
    public async Task Handlers_by_type_object_work_like_generic_ones()
    {
        var probe = NewProbe();
        var actor = Handling(self =>
        {
            self.OnType(typeof(ArgumentException), _ => probe.Note("argument"));
            self.OnType(typeof(Exception), _ => probe.Note("exception"));
        });
        actor.Tell(new ArgumentNullException());
        actor.Tell(new InvalidOperationException());

        await probe.Expect("argument", "exception");
    }

    [Fact]
    public async Task Nothing_may_come_after_ReceiveAny()
    {
        var probe = NewProbe();
        Handling(self =>
        {
            self.Any(_ => { });
            probe.Note(Assert.Throws<InvalidOperationException>(() => self.On<string>(_ => { })));
        });

        await probe.Next<InvalidOperationException>();
    }

    [Fact]
    public async Task Receive_belongs_into_the_constructor_and_Become()
    {
        var probe = NewProbe();
        var actor = Handling(self => self.On<string>(
            _ => probe.Note(Assert.Throws<InvalidOperationException>(() => self.On<int>(_ => { })))));
        actor.Tell("now");

        await probe.Next<InvalidOperationException>();
    }

    [Fact]
    public async Task What_nobody_handles_is_published_as_unhandled()
    {
        var probe = NewProbe();
        System.EventStream.Subscribe(probe.Ref, typeof(UnhandledMessage));
        var actor = Handling(self => self.On<int>(_ => { }));
        actor.Tell("what?", probe.Ref);

        var unhandled = await probe.Next<UnhandledMessage>();
        Assert.Equal("what?", unhandled.Message);
        Assert.Equal(actor, unhandled.Recipient);
        Assert.Equal(probe.Ref, unhandled.Sender);
    }

    private sealed class Handlers : ReceiveActor
    {
        public Handlers(Action<Handlers> describe) => describe(this);

        public void On<T>(Action<T> handler, Predicate<T>? predicate = null) => Receive(handler, predicate);

        public void Maybe<T>(Func<T, bool> handler) => Receive(handler);

        public void OnType(Type type, Action<object> handler) => Receive(type, handler);

        public void Any(Action<object> handler) => ReceiveAny(handler);
    }
}
