using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class ActorNameTests : ActorTest
{
    private static readonly Props Idle = Acting.By((_, _) => { });

    [Fact]
    public void A_name_becomes_the_last_element_of_the_path() =>
        Assert.Equal("akka://test/user/Host", System.ActorOf(Idle, "Host").Path.ToString());

    [Fact]
    public void Without_a_name_one_is_generated_that_starts_with_a_dollar_sign()
    {
        var first = System.ActorOf(Idle);
        var second = System.ActorOf(Idle);

        Assert.StartsWith("$", first.Path.Name, StringComparison.Ordinal);
        Assert.NotEqual(first.Path.Name, second.Path.Name);
    }

    [Fact]
    public void A_name_in_use_is_refused()
    {
        System.ActorOf(Idle, "taken");

        var e = Assert.Throws<InvalidActorNameException>(() => System.ActorOf(Idle, "taken"));
        Assert.Contains("taken", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$mine")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("grün")]
    [InlineData("a%2")]
    public void An_invalid_name_is_refused(string name) =>
        Assert.Throws<InvalidActorNameException>(() => System.ActorOf(Idle, name));

    [Theory]
    [InlineData("a")]
    [InlineData("a-b_c.d*e$f+g:h@i&j=k,l!m~n';")]
    [InlineData("a%20b")]
    public void A_valid_name_is_taken(string name) => Assert.Equal(name, System.ActorOf(Idle, name).Path.Name);

    [Fact]
    public async Task A_name_is_free_again_when_the_actor_is_gone_and_the_new_one_is_somebody_else()
    {
        var first = System.ActorOf(Idle, "phoenix");
        System.Stop(first);
        await TerminationOf(first);

        IActorRef second;
        var deadline = DateTimeOffsetNowTimeProvider.Instance.MonotonicClock + Patience;
        while (!TryMake(out second))
            Assert.True(DateTimeOffsetNowTimeProvider.Instance.MonotonicClock < deadline, "the name is not free");

        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
        Assert.NotEqual(first.Path.Uid, second.Path.Uid);
    }

    // A watcher may hear of the end before the parent does.
    private bool TryMake(out IActorRef actor)
    {
        try
        {
            actor = System.ActorOf(Idle, "phoenix");
            return true;
        }
        catch (InvalidActorNameException)
        {
            actor = ActorRefs.Nobody;
            return false;
        }
    }

    [Fact]
    public async Task Children_are_found_by_name()
    {
        var probe = NewProbe();
        System.ActorOf(Acting.By((_, _) => { }, self =>
        {
            var child = self.Ctx.ActorOf(Idle, "child");
            probe.Note(child.Equals(self.Ctx.Child("child")));
            probe.Note(self.Ctx.Child("nobody").IsNobody());
            probe.Note(self.Ctx.GetChildren().Single().Path.Name);
            probe.Note(self.Ctx.Parent.Path.Name);
        }));

        await probe.Expect(true, true, "child", "user");
    }

    [Fact]
    public void A_resolved_reference_is_the_one_that_ActorOf_gave()
    {
        var actor = System.ActorOf(Idle, "findme");
        var provider = ((ExtendedActorSystem)System).Provider;

        Assert.Equal(actor, provider.ResolveActorRef(actor.Path.ToSerializationFormat()));
        Assert.Same(actor, provider.ResolveActorRef(actor.Path));
    }
}
