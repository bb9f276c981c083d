using Akka.Actor;
using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Selections that are long, dear or go astray.</summary>
public sealed class SelectionTests : HostileTest
{
    public static TheoryData<string> Kinds => [.. Ways.Keys];

    /// <summary>Those that are not followed.</summary>
    private static Dictionary<string, Selection[]> Ways { get; } = new()
    {
        ["more elements than a tree is deep"] = [.. Enumerable.Repeat(Frames.Child("user"), 257)],
        ["a frame full of elements"] = [.. Enumerable.Repeat(new Selection { Type = Selection.Types.PatternType.Parent }, 30_000)],
        ["a frame full of patterns"] = [.. Enumerable.Repeat(Frames.Fitting("*"), 18_000)],
        ["up from all children"] = [Frames.Fitting("*"), Frames.Up, Frames.Child("user"), Frames.Child("recorder")],
        ["down to all and up again, and again"] =
            [.. Enumerable.Repeat((Selection[])[Frames.Fitting("*"), Frames.Up], 40).SelectMany(pair => pair), Frames.Child("user"), Frames.Child("recorder")],
        ["an element of no kind"] = [new Selection(), Frames.Child("user")],
        ["an element of a kind that there isn't"] = [new Selection { Type = (Selection.Types.PatternType)99, Matcher = "user" }],
        ["a name with a path in it"] = [Frames.Child("user/recorder")],
        ["a pattern with a path in it"] = [Frames.Child("user"), Frames.Fitting("*/recorder")],
        ["a name with a line break"] = [Frames.Child("user"), Frames.Child("recorder\r\n")],
        ["a name as long as a frame"] = [Frames.Child("user"), Frames.Child(new string('x', 100_000))],
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_is_not_followed(string what)
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.Text("astray"), Ways[what])));

        await AssertStillHeard(peer);
        Assert.Single(await Warnings());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task The_longest_way_ends_where_nobody_is()
    {
        var letters = Recorder.Start(Node, "letters");
        Node.EventStream.Subscribe(letters.Ref, typeof(Akka.Event.DeadLetter));
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.Text("lost"), Enumerable.Repeat(Frames.Child("user"), 256))));

        await AssertStillHeard(peer);
        Assert.Equal("lost", (await letters.Next<Akka.Event.DeadLetter>()).Message);
    }

    [Fact]
    public async Task Ways_up_end_at_the_root()
    {
        using var peer = await Stranger();
        var way = Enumerable.Repeat(Frames.Up, 200).Append(Frames.Child("user")).Append(Frames.Child("recorder"));

        await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Selected(Frames.Text("by the root"), way)));

        Assert.Equal("by the root", await Recorder.Next<string>());
    }

    [Theory]
    [InlineData("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b")]
    [InlineData("?*?*?*?*?*?*?*?*?*?*?*?*?*?*?*?*?*?*?*?*?*b")]
    public async Task Dear_patterns_cost_little(string pattern)
    {
        for (var i = 0; i < 50; i++)
            Node.ActorOf(Props.Create<EchoActor>(), new string('a', 100) + i);
        using var peer = await Stranger();

        for (var i = 0; i < 100; i++)
            await peer.SendFrame(Frames.Envelope(At("/user"), Frames.Selected(Frames.Text("?"), Frames.Fitting(pattern))));
        await peer.SendFrame(Frames.Envelope(At("/user"), Frames.Selected(Frames.Text("?"), Frames.Fitting(new string('*', 4000) + "x"))));

        await AssertStillHeard(peer);
        await AssertGoodPeerIsServed();
    }

    [Theory]
    [InlineData("temp")]
    [InlineData("deadLetters")]
    [InlineData("system")]
    [InlineData("nowhere")]
    public async Task What_is_no_actor_leads_nowhere(string first)
    {
        using var peer = await Stranger();
        Selection[][] ways =
        [
            [Frames.Child(first)],
            [Frames.Child(first), Frames.Child("x"), Frames.Child("y")],
            [Frames.Child(first), Frames.Fitting("*"), Frames.Fitting("*")],
            [Frames.Child(first), Frames.Up, Frames.Up, Frames.Child(first)],
            [Frames.Child(first), Frames.Child(".."), Frames.Child("user")],
        ];

        foreach (var way in ways)
            await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.Text("nowhere"), way)));

        await AssertStillHeard(peer);
        await AssertGoodPeerIsServed();
    }
}
