using Akka.Actor;
using Akka.Event;
using Akka.Tests.Support;

namespace Akka.Tests.Actor.Selection;

public class ActorSelectionTests : ActorSystemTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>/user/NAME with the children a1, a2 and b, each of which tells the probe its name and what it got.</summary>
    private async Task<Recorder> PlantAsync(string name)
    {
        var probe = CreateRecorder();
        var parent = Sys.ActorOf(Props.Create(() => new Parent(probe.Ref)), name);
        await parent.Ask<string>("ready?", Limit);
        return probe;
    }

    [Theory]
    [InlineData("/user/tree/a1")]
    [InlineData("akka://test/user/tree/a1")]
    [InlineData("/user/tree/b/../a1")]
    [InlineData("/user/tree/a1/")]
    [InlineData("/user/t?ee/a1")]
    public async Task Path_leads_to_the_actor(string path)
    {
        var probe = await PlantAsync("tree");
        Sys.ActorSelection(path).Tell("hi", ActorRefs.NoSender);
        Assert.Equal("a1 got hi", await probe.NextAsync<string>());
    }

    [Fact]
    public async Task Path_of_an_actor_leads_to_it()
    {
        var probe = await PlantAsync("tree");
        var actor = await Sys.ActorSelection("/user/tree/b").ResolveOne(Limit);
        Sys.ActorSelection(actor.Path).Tell("hi", ActorRefs.NoSender);
        Assert.Equal("b got hi", await probe.NextAsync<string>());
    }

    [Theory]
    [InlineData("/user/tree/*", "a1,a2,b")]
    [InlineData("/user/tree/a*", "a1,a2")]
    [InlineData("/user/tree/?1", "a1")]
    [InlineData("/user/tr*/b", "b")]
    [InlineData("/user/tree/A*", "a1,a2")]
    public async Task Pattern_leads_to_all_that_match(string path, string expected)
    {
        var probe = await PlantAsync("tree");
        Sys.ActorSelection(path).Tell("hi", ActorRefs.NoSender);
        var names = new List<string>();
        foreach (var _ in expected.Split(',')) names.Add((await probe.NextAsync<string>()).Replace(" got hi", "", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(',', names.Order(StringComparer.Ordinal)));
        await probe.AssertNothingElseAsync();
    }

    [Fact]
    public async Task Pattern_in_the_middle_goes_through_all_that_match()
    {
        var first = await PlantAsync("tree1");
        var second = await PlantAsync("tree2");
        Sys.ActorSelection("/user/tree*/b").Tell("hi", ActorRefs.NoSender);
        Assert.Equal("b got hi", await first.NextAsync<string>());
        Assert.Equal("b got hi", await second.NextAsync<string>());
    }

    [Theory]
    [InlineData("a1", "a1 got hi")]
    [InlineData("../tree/b", "b got hi")]
    [InlineData("/user/tree/a2", "a2 got hi")]
    public async Task Path_inside_an_actor_starts_at_that_actor(string path, string expected)
    {
        var probe = await PlantAsync("tree");
        Sys.ActorSelection("/user/tree").Tell(new SelectAndTell(path, "hi"), ActorRefs.NoSender);
        Assert.Equal(expected, await probe.NextAsync<string>());
    }

    [Fact]
    public async Task Selection_inside_an_actor_has_that_actor_as_sender()
    {
        var probe = await PlantAsync("tree");
        Sys.ActorSelection("/user/tree").Tell(new SelectAndTell("a1", "whose?"), ActorRefs.NoSender);
        Assert.Equal("akka://test/user/tree", await probe.NextAsync<string>());
    }

    [Fact]
    public async Task Sender_is_kept()
    {
        await PlantAsync("tree");
        Assert.Equal("ready", await Sys.ActorSelection("/user/tree").Ask<string>("ready?", Limit));
    }

    [Fact]
    public async Task Existing_actor_identifies_itself()
    {
        await PlantAsync("tree");
        var identity = await Sys.ActorSelection("/user/tree/b").Ask<ActorIdentity>(new Identify(17), Limit);
        Assert.Equal(17, identity.MessageId);
        Assert.Equal("akka://test/user/tree/b", identity.Subject!.Path.ToString());
    }

    [Fact]
    public async Task Where_nobody_is_the_identity_is_null()
    {
        var identity = await Sys.ActorSelection("/user/nobody").Ask<ActorIdentity>(new Identify("x"), Limit);
        Assert.Equal("x", identity.MessageId);
        Assert.Null(identity.Subject);
    }

    [Fact]
    public async Task A_pattern_that_nobody_matches_has_a_null_identity()
    {
        var identity = await Sys.ActorSelection("/user/nobody*").Ask<ActorIdentity>(new Identify("x"), Limit);
        Assert.Null(identity.Subject);
    }

    [Fact]
    public async Task Actor_reference_identifies_itself()
    {
        var actor = CreateActor((_, _) => { });
        Assert.Equal(actor, (await actor.Ask<ActorIdentity>(new Identify(1), Limit)).Subject);
    }

    [Fact]
    public async Task One_is_resolved()
    {
        var actor = CreateActor((_, _) => { }, "one");
        Assert.Equal(actor, await Sys.ActorSelection("/user/one").ResolveOne(Limit));
    }

    [Fact]
    public async Task None_is_not_resolved() =>
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection("/user/none").ResolveOne(Limit));

    [Fact]
    public async Task Message_for_nobody_becomes_a_dead_letter()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(DeadLetter));
        Sys.ActorSelection("/user/nobody").Tell("lost", ActorRefs.NoSender);
        var letter = await probe.NextWhereAsync<DeadLetter>(dead => Equals(dead.Message, "lost"));
        Assert.Equal("/user/nobody", letter.Recipient.Path.ToStringWithoutAddress());
    }

    [Fact]
    public async Task Selection_can_start_at_an_actor()
    {
        var probe = await PlantAsync("tree");
        var tree = await Sys.ActorSelection("/user/tree").ResolveOne(Limit);
        Sys.ActorSelection(tree, "a2").Tell("hi", ActorRefs.NoSender);
        Assert.Equal("a2 got hi", await probe.NextAsync<string>());
    }

    [Fact]
    public async Task Dead_letters_can_be_selected()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(DeadLetter));
        Sys.ActorSelection("/deadLetters").Tell("there", ActorRefs.NoSender);
        await probe.NextWhereAsync<DeadLetter>(dead => Equals(dead.Message, "there"));
    }

    [Fact]
    public void Path_is_taken_apart()
    {
        var selection = Sys.ActorSelection("/user/../a*/b");
        Assert.Equal(
            [new SelectChildName("user"), new SelectParent(), new SelectChildPattern("a*"), new SelectChildName("b")],
            selection.Path);
        Assert.Equal("/user/../a*/b", selection.PathString);
    }

    [Fact]
    public void Same_anchor_and_path_are_the_same_selection()
    {
        Assert.Equal(Sys.ActorSelection("/user/a"), Sys.ActorSelection("/user/a"));
        Assert.NotEqual(Sys.ActorSelection("/user/a"), Sys.ActorSelection("/user/b"));
    }

    private sealed record SelectAndTell(string Path, string Message);

    private sealed class Parent : UntypedActor
    {
        public Parent(IActorRef probe)
        {
            foreach (var name in new[] { "a1", "a2", "b" }) Context.ActorOf(Props.Create(() => new Child(probe)), name);
        }

        protected override void OnReceive(object message)
        {
            if (message is SelectAndTell select) Context.ActorSelection(select.Path).Tell(select.Message);
            else Sender.Tell("ready");
        }
    }

    private sealed class Child : UntypedActor
    {
        private readonly IActorRef _probe;

        public Child(IActorRef probe) => _probe = probe;

        protected override void OnReceive(object message) =>
            _probe.Tell(message is "whose?" ? Sender.Path.ToString() : $"{Self.Path.Name} got {message}");
    }
}
