using Akka.Actor;
using Akka.Event;

namespace Akka.Remote.Tests;

/// <summary>Selections of actors elsewhere: by names, by ways up, by patterns.</summary>
public abstract class SelectionContract(string transport) : TwoNodeContract(transport)
{
    [Theory]
    [InlineData("/user/house-1/cat", "house-1/cat")]
    [InlineData("/user/house-1/../house-2/cow", "house-2/cow")]
    [InlineData("/user/house-1/cat/../dog", "house-1/dog")]
    [InlineData("/user/house-1/cat/../../house-2", "house-2")]
    [InlineData("/user/house*/dog", "house-1/dog")]
    [InlineData("/user/house-?/dog", "house-1/dog")]
    [InlineData("/user/house-?/c?t", "house-1/cat", "house-2/cat")]
    [InlineData("/user/*/c*", "house-1/cat", "house-2/cat", "house-2/cow")]
    [InlineData("/user/h*e-?/*o*", "house-1/dog", "house-2/cow")]
    [InlineData("/user/house-1/*", "house-1/cat", "house-1/dog")]
    [InlineData("/user/house-2/../house-1/d?g", "house-1/dog")]
    [InlineData("/user/house-1/cat/../*", "house-1/cat", "house-1/dog")]
    [InlineData("/*/house-2/cow", "house-2/cow")]
    public async Task A_way_leads_to_all_who_are_there(string way, params string[] expected)
    {
        var recorder = await Houses();

        Nodes.Select(A, B, way).Tell("who?", recorder.Ref);

        var found = new List<string>();
        while (found.Count < expected.Length)
            found.Add((await recorder.NextReceived()).Sender.Path.ToString());
        Assert.Equal(expected.Select(path => $"{Nodes.AddressOf(B)}/user/{path}"), found.Order(StringComparer.Ordinal));
        await AssertNoMore(recorder);
    }

    [Theory]
    [InlineData("/user/house-1/cow")]
    [InlineData("/user/house-3/cat")]
    [InlineData("/user/house-1/cat/kitten")]
    [InlineData("/user/house-1/x*")]
    [InlineData("/user/house-?x/cat")]
    [InlineData("/nowhere/house-1")]
    public async Task A_way_that_leads_to_nobody_says_so(string way)
    {
        await Houses();

        Assert.Null((await Nodes.Select(A, B, way).Ask<ActorIdentity>(new Identify(1), Recorder.Limit)).Subject);
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Nodes.Resolve(A, B, way));
    }

    [Fact]
    public async Task What_is_told_to_nobody_is_a_dead_letter_over_there()
    {
        var letters = Recorder.Start(B, "letters");
        B.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));

        Nodes.Select(A, B, "/user/nobody").Tell("lost", ActorRefs.NoSender);

        var letter = await letters.First<DeadLetter>(letter => letter.Message is "lost");
        Assert.Equal("/user/nobody", letter.Recipient.Path.ToStringWithoutAddress());
    }

    [Fact]
    public async Task A_way_may_begin_at_a_remote_actor()
    {
        var recorder = await Houses();
        var cat = await Nodes.Resolve(A, B, "/user/house-1/cat");

        new ActorSelection(cat, "../../house-2/cow").Tell("who?", recorder.Ref);

        Assert.Equal("cow", (await recorder.NextReceived()).Sender.Path.Name);
    }

    [Fact]
    public async Task A_way_is_walked_anew_for_every_message()
    {
        var recorder = Recorder.Start(A, "recorder");
        var late = Nodes.Select(A, B, "/user/late");
        Assert.Null((await late.Ask<ActorIdentity>(new Identify(1), Recorder.Limit)).Subject);

        B.ActorOf(Props.Create<EchoActor>(), "late");
        late.Tell("now?", recorder.Ref);

        Assert.Equal("now?", await recorder.Next<string>());
    }

    [Fact]
    public async Task A_message_through_a_selection_keeps_its_sender()
    {
        var atB = Recorder.Start(B, "recorder");
        var atA = Recorder.Start(A, "recorder");

        Nodes.Select(A, B, "/user/rec*").Tell("hello", atA.Ref);

        (await atB.NextReceived()).Sender.Tell("back", ActorRefs.NoSender);
        Assert.Equal("back", await atA.Next<string>());
    }

    private async Task<Recorder> Houses()
    {
        var first = B.ActorOf(Props.Create(() => new ParentActor("cat", "dog")), "house-1");
        var second = B.ActorOf(Props.Create(() => new ParentActor("cat", "cow")), "house-2");
        foreach (var house in new[] { first, second })
            await house.Ask<string>("is everybody in?", Recorder.Limit);
        return Recorder.Start(A, "recorder");
    }

    /// <summary>What came in answer before this one is there by now; what came twice would be.</summary>
    private async Task AssertNoMore(Recorder recorder)
    {
        Nodes.Select(A, B, "/user/echo").Tell("the last", recorder.Ref);
        Assert.Equal("the last", await recorder.Next<string>());
    }
}

public sealed class TcpSelectionTests() : SelectionContract(Nodes.Tcp);

public sealed class InMemorySelectionTests() : SelectionContract(InMemoryTransport.Settings);
