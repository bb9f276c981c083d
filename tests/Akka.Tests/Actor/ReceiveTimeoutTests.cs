using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class ReceiveTimeoutTests : ActorTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    private sealed record Quiet : INotInfluenceReceiveTimeout;

    [Fact]
    public async Task It_comes_when_nothing_else_does()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By((_, message) => probe.Note(message), self => self.Ctx.SetReceiveTimeout(Soon)));

        await probe.Expect(ReceiveTimeout.Instance);
    }

    [Fact]
    public async Task It_comes_again_as_long_as_it_is_set()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By((_, message) => probe.Note(message), self => self.Ctx.SetReceiveTimeout(Soon)));

        await probe.Expect(ReceiveTimeout.Instance, ReceiveTimeout.Instance);
    }

    [Fact]
    public async Task It_ends_with_null()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By(
            (self, message) =>
            {
                self.Ctx.SetReceiveTimeout(null);
                probe.Note(message);
                System.Scheduler.ScheduleTellOnce(Soon * 4, probe.Ref, "later", ActorRefs.NoSender);
            },
            self => self.Ctx.SetReceiveTimeout(Soon)));

        await probe.Expect(ReceiveTimeout.Instance, "later");
    }

    [Fact]
    public async Task Messages_that_do_not_influence_it_do_not_put_it_off()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By(
            (self, message) =>
            {
                if (message is Quiet)
                    System.Scheduler.ScheduleTellOnce(Soon / 10, self.Self, message, ActorRefs.NoSender);
                else
                    probe.Note(message);
            },
            self => self.Ctx.SetReceiveTimeout(Soon * 20)));
        actor.Tell(new Quiet());

        await probe.Expect(ReceiveTimeout.Instance);
    }

    [Fact]
    public async Task With_none_to_wait_the_actor_is_told_at_once()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By((_, message) => probe.Note(message), self => self.Ctx.SetReceiveTimeout(TimeSpan.Zero)));

        await probe.Expect(ReceiveTimeout.Instance);
    }
}
