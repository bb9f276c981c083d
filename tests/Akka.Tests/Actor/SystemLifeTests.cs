using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public sealed class SystemLifeTests : ActorTest
{
    private static readonly Props Idle = Acting.By((_, _) => { });

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("grün")]
    public void A_name_that_fits_in_no_address_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => ActorSystem.Create(name));

    [Fact]
    public async Task Termination_callbacks_run_last_registered_first()
    {
        var order = new List<int>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        System.RegisterOnTermination(() =>
        {
            order.Add(1);
            done.SetResult();
        });
        System.RegisterOnTermination(() => order.Add(2));
        await System.Terminate().WaitAsync(Patience, TimeProvider.System);
        await done.Task.WaitAsync(Patience, TimeProvider.System);

        Assert.Equal([2, 1], order);
    }

    [Fact]
    public async Task Terminate_stops_every_actor()
    {
        var probe = NewProbe();
        for (var i = 0; i < 10; i++)
            System.ActorOf(Props.Create(() => new TellsItsEnd(probe)));
        await System.Terminate().WaitAsync(Patience, TimeProvider.System);

        for (var i = 0; i < 10; i++)
            await probe.Expect("end");
    }

    [Fact]
    public async Task Terminate_can_be_called_twice()
    {
        var first = System.Terminate();
        var second = System.Terminate();

        await Task.WhenAll(first, second).WaitAsync(Patience, TimeProvider.System);
    }

    [Fact]
    public async Task No_actor_can_be_made_in_a_terminated_system()
    {
        await System.Terminate().WaitAsync(Patience, TimeProvider.System);

        Assert.Throws<InvalidOperationException>(() => System.ActorOf(Idle));
    }

    [Fact]
    public async Task Dispose_begins_the_termination()
    {
        System.Dispose();

        await System.WhenTerminated.WaitAsync(Patience, TimeProvider.System);
    }

    [Fact]
    public async Task A_message_to_an_actor_that_is_gone_is_a_dead_letter()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Idle);
        System.Stop(actor);
        await TerminationOf(actor);
        System.EventStream.Subscribe(probe.Ref, typeof(DeadLetter));
        actor.Tell("too late", probe.Ref);

        var letter = await probe.Next<DeadLetter>();
        Assert.Equal("too late", letter.Message);
        Assert.Equal(probe.Ref, letter.Sender);
        Assert.Equal(actor, letter.Recipient);
    }

    [Fact]
    public async Task A_message_without_a_sender_has_the_dead_letters_as_sender()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By((self, _) => probe.Note(self.Sender)));
        actor.Tell("hello", ActorRefs.NoSender);

        await probe.Expect(System.DeadLetters);
    }

    [Fact]
    public async Task Forward_keeps_the_sender()
    {
        var probe = NewProbe();
        var last = System.ActorOf(Acting.By((self, message) => self.Sender.Tell(message)));
        var first = System.ActorOf(Acting.By((_, message) => last.Forward(message)));
        first.Tell("hello", probe.Ref);

        await probe.Expect("hello");
    }

    [Fact]
    public async Task Null_is_no_message()
    {
        var actor = System.ActorOf(Idle);
        await actor.Ask<ActorIdentity>(new Identify("started"), Patience);

        Assert.ThrowsAny<Exception>(() => actor.Tell(null!));
    }

    [Fact]
    public async Task Messages_of_one_sender_come_in_order()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By((_, message) => probe.Note(message)));
        for (var i = 0; i < 1000; i++)
            actor.Tell(i);

        for (var i = 0; i < 1000; i++)
            Assert.Equal(i, await probe.Next<int>());
    }

    [Fact]
    public async Task Messages_of_many_threads_all_arrive()
    {
        const int Threads = 8;
        const int Each = 5_000;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        var actor = System.ActorOf(Acting.By((_, _) =>
        {
            if (++count == Threads * Each)
                all.SetResult();
        }));
        Parallel.For(0, Threads, _ =>
        {
            for (var i = 0; i < Each; i++)
                actor.Tell(i);
        });

        await all.Task.WaitAsync(Patience, TimeProvider.System);
    }

    [Fact]
    public void An_extension_is_made_once()
    {
        var first = System.RegisterExtension(new CountingId());
        var second = System.RegisterExtension(new CountingId());

        Assert.Same(first, second);
        Assert.True(System.HasExtension<Counting>());
        Assert.Same(first, System.GetExtension<Counting>());
    }

    [Fact]
    public async Task Actors_can_be_made_from_many_threads()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => System.ActorOf(Idle))));

        Assert.Equal(200, made.Select(one => one.Path.Name).Distinct(StringComparer.Ordinal).Count());
    }

    private sealed class TellsItsEnd(Probe probe) : UntypedActor
    {
        protected override void PostStop() => probe.Note("end");

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Counting : IExtension;

    private sealed class CountingId : ExtensionIdProvider<Counting>
    {
        public override Counting CreateExtension(ExtendedActorSystem system) => new();
    }
}
