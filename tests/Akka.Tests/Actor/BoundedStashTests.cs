using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class BoundedStashTests : ActorTest
{
    [Fact]
    public async Task A_stash_of_limited_capacity_refuses_what_does_not_fit()
    {
        var probe = NewProbe();
        var child = Props.Create(() => new Hoarder(probe)).WithStashCapacity(2);
        var strategy = new OneForOneStrategy(exception =>
        {
            probe.Note(exception.GetType());
            return Directive.Stop;
        });
        System.ActorOf(Acting.By(
            (_, _) => { },
            self =>
            {
                var hoarder = self.Ctx.ActorOf(child);
                foreach (var number in new object[] { 1, 2, 3 })
                    hoarder.Tell(number);
            },
            strategy));

        await probe.Expect("capacity 2", "1 full: False", "2 full: True", typeof(StashOverflowException));
    }

    [Fact]
    public async Task Without_a_limit_a_stash_is_never_full()
    {
        var probe = NewProbe();
        var hoarder = System.ActorOf(Props.Create(() => new Hoarder(probe)));
        for (var number = 1; number <= 200; number++)
            hoarder.Tell(number);

        await probe.Next<string>();
        for (var number = 1; number <= 200; number++)
            await probe.Expect($"{number} full: False");
    }

    [Fact]
    public async Task A_bounded_stash_brings_back_what_was_stashed()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Bounded(probe)));
        foreach (var message in new object[] { 1, 2, "open", 3 })
            actor.Tell(message);

        await probe.Expect(1, 2, 3);
    }

    private sealed class Hoarder : UntypedActor, IWithStash
    {
        private readonly Probe _probe;

        public Hoarder(Probe probe) => _probe = probe;

        public IStash Stash { get; set; } = null!;

        protected override void PreStart() => _probe.Note($"capacity {Stash.Capacity}");

        protected override void OnReceive(object message)
        {
            Stash.Stash();
            _probe.Note($"{message} full: {Stash.IsFull}");
        }
    }

    private sealed class Bounded : UntypedActor, IWithBoundedStash
    {
        private readonly Probe _probe;
        private bool _open;

        public Bounded(Probe probe) => _probe = probe;

        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (_open)
            {
                _probe.Note(message);
            }
            else if (message is "open")
            {
                _open = true;
                Stash.UnstashAll();
            }
            else
            {
                Stash.Stash();
            }
        }
    }
}
