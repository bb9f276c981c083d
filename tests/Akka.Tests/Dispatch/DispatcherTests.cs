using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Tests.Actor;

namespace Akka.Tests.Dispatch;

public sealed class DispatcherTests() : ActorTest(
    """
    pinned { type = PinnedDispatcher }
    own-threads {
      type = Dispatcher
      executor = fork-join-executor
      dedicated-thread-pool { thread-count = 2 }
      throughput = 7
    }
    one-thread-by-number {
      type = ForkJoinDispatcher
      executor = fork-join-executor
      dedicated-thread-pool { thread-count = 1, threadtype = background }
      throughput = 2
    }
    one-thread-by-time {
      type = ForkJoinDispatcher
      executor = fork-join-executor
      dedicated-thread-pool { thread-count = 1, threadtype = background }
      throughput = 1000
      throughput-deadline-time = 1ms
    }
    """)
{
    [Fact]
    public async Task Actors_run_on_the_default_dispatcher_unless_told_otherwise()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By((_, _) => { }, self => probe.Note(self.Ctx.Dispatcher.Id)));

        await probe.Expect(Dispatchers.DefaultDispatcherId);
    }

    [Fact]
    public async Task Props_choose_the_dispatcher()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By((_, _) => { }, self => probe.Note(self.Ctx.Dispatcher.Id)).WithDispatcher("own-threads"));

        await probe.Expect("own-threads");
    }

    [Fact]
    public void The_configuration_says_the_throughput() =>
        Assert.Equal(7, System.Dispatchers.Lookup("own-threads").Throughput);

    [Fact]
    public async Task A_pinned_actor_always_runs_on_the_same_thread()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By((_, _) => probe.Note(Environment.CurrentManagedThreadId)).WithDispatcher("pinned"));
        var other = System.ActorOf(Acting.By((_, _) => probe.Note(Environment.CurrentManagedThreadId)).WithDispatcher("pinned"));
        actor.Tell(1);
        var thread = await probe.Next<int>();
        other.Tell(1);
        Assert.NotEqual(thread, await probe.Next<int>());
        actor.Tell(1);

        Assert.Equal(thread, await probe.Next<int>());
    }

    [Fact]
    public async Task A_pinned_actor_can_be_stopped()
    {
        var actor = System.ActorOf(Acting.By((_, _) => { }).WithDispatcher("pinned"));
        actor.Tell(PoisonPill.Instance);

        await TerminationOf(actor);
    }

    [Fact]
    public async Task Actors_on_threads_of_their_own_play_with_others()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By((self, message) => self.Sender.Tell(message)).WithDispatcher("own-threads"));
        actor.Tell("hello", probe.Ref);

        await probe.Expect("hello");
    }

    [Fact]
    public void A_dispatcher_that_is_not_configured_is_refused() =>
        Assert.Throws<ConfigurationException>(() => System.ActorOf(Acting.By((_, _) => { }).WithDispatcher("missing")));

    [Theory]
    [InlineData("one-thread-by-number")]
    [InlineData("one-thread-by-time")]
    public async Task An_actor_with_many_messages_lets_others_have_their_turn(string dispatcher)
    {
        var probe = NewProbe();
        using var gate = new ManualResetEventSlim();
        var busy = System.ActorOf(Acting.By((_, message) =>
        {
            probe.Note("busy");
            if (message is "hold")
                gate.Wait(Patience);
            else
                SpinFor(TimeSpan.FromMilliseconds(2));
        }).WithDispatcher(dispatcher));
        var other = System.ActorOf(Acting.By((_, _) => probe.Note("other")).WithDispatcher(dispatcher));
        busy.Tell("hold");
        await probe.Expect("busy");
        for (var i = 0; i < 100; i++)
            busy.Tell("work");
        other.Tell("go");
        gate.Set();

        var before = 0;
        while (await probe.Next<string>() == "busy")
            before++;
        Assert.InRange(before, 0, 90);
    }

    [Fact]
    public async Task There_is_a_dispatcher_for_actors_that_hold_their_thread()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By((_, message) => probe.Note(message)).WithDispatcher(Dispatchers.DefaultBlockingDispatcherId)).Tell("hello");

        await probe.Expect("hello");
    }

    private static void SpinFor(TimeSpan time)
    {
        var begin = TimeProvider.System.GetTimestamp();
        SpinWait.SpinUntil(() => TimeProvider.System.GetElapsedTime(begin) >= time);
    }

    [Fact]
    public async Task A_dispatcher_runs_actions_too()
    {
        var probe = NewProbe();
        System.Dispatchers.DefaultGlobalDispatcher.Schedule(() => probe.Note("ran"));

        await probe.Expect("ran");
    }

    [Fact]
    public async Task An_actor_never_runs_on_two_threads_at_once()
    {
        var all = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var inside = 0;
        var clean = true;
        var count = 0;
        var actor = System.ActorOf(Acting.By((_, _) =>
        {
            clean &= Interlocked.Increment(ref inside) == 1;
            if (++count == 20_000)
                all.SetResult(clean);
            Interlocked.Decrement(ref inside);
        }));
        Parallel.For(0, 20_000, _ => actor.Tell("go"));

        Assert.True(await all.Task.WaitAsync(Patience, TimeProvider.System));
    }
}
