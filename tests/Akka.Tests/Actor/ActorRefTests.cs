using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class ActorRefTests : ActorTest
{
    private static Props Idle => Acting.By((_, _) => { });

    [Fact]
    public async Task References_to_the_same_incarnation_are_equal()
    {
        var actor = System.ActorOf(Idle, "a");
        var resolved = await System.ActorSelection("/user/a").ResolveOne(Patience);

        Assert.Equal(actor, resolved);
        Assert.Equal(actor.GetHashCode(), resolved.GetHashCode());
        Assert.Equal(0, actor.CompareTo(resolved));
    }

    [Fact]
    public async Task Another_incarnation_at_the_same_path_is_somebody_else()
    {
        var first = System.ActorOf(Idle, "a");
        System.Stop(first);
        await TerminationOf(first);
        var second = await AsSoonAsFree("a");

        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first.Path.Uid, second.Path.Uid);
        Assert.False(first.Equals(second));
        Assert.NotEqual(0, first.CompareTo(second));
    }

    [Fact]
    public void References_are_ordered_by_their_paths()
    {
        var b = System.ActorOf(Idle, "b");
        var a = System.ActorOf(Idle, "a");
        var c = System.ActorOf(Idle, "c");

        Assert.Equal([a, b, c], new[] { b, a, c }.Order());
        Assert.True(a.CompareTo(null) > 0);
        Assert.Throws<ArgumentException>(() => a.CompareTo((object)"a"));
    }

    [Fact]
    public void A_reference_equals_nothing_but_references()
    {
        var actor = System.ActorOf(Idle);

        Assert.False(actor.Equals((object)"actor"));
        Assert.False(actor.Equals((IActorRef)null!));
    }

    [Fact]
    public void Nobody_is_nobody()
    {
        var actor = System.ActorOf(Idle);

        Assert.True(ActorRefs.Nobody.IsNobody());
        Assert.True(((IActorRef)null!).IsNobody());
        Assert.False(actor.IsNobody());
        Assert.Same(actor, ActorRefs.Nobody.GetOrElse(() => actor));
        Assert.Same(actor, actor.GetOrElse(() => ActorRefs.Nobody));
        Assert.Null(ActorRefs.NoSender);
    }

    [Fact]
    public void Nobody_takes_messages_and_answers_none() => ActorRefs.Nobody.Tell("hello", ActorRefs.NoSender);

    [Fact]
    public void A_reference_prints_its_path_and_uid()
    {
        var actor = System.ActorOf(Idle, "a");

        Assert.Equal($"[akka://test/user/a#{actor.Path.Uid}]", actor.ToString());
    }

    // The name is free a moment after the watchers have heard.
    private async Task<IActorRef> AsSoonAsFree(string name)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                return System.ActorOf(Idle, name);
            }
            catch (InvalidActorNameException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
            }
        }
    }
}
