namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Messages for paths that are none, or lead elsewhere.</summary>
public sealed class RecipientTests : HostileTest
{
    // HERE stands for the node's address.
    public static TheoryData<string> Paths =>
    [
        "recorder",
        "/user/recorder",
        "user/recorder",
        "://",
        "akka.tcp://",
        "akka.tcp://Node",
        "akka.tcp://Node@",
        "akka.tcp://Node@127.0.0.1",
        "akka.tcp://Node@127.0.0.1:",
        "akka.tcp://Node@127.0.0.1:port/user/recorder",
        "akka.tcp://Node@127.0.0.1:-1/user/recorder",
        "akka.tcp://Node@127.0.0.1:99999999999/user/recorder",
        "akka.tcp://@127.0.0.1:1/user/recorder",
        "akka.tcp://Node@::1:1/user/recorder",
        "akka.tcp://Elsewhere@127.0.0.1:9/user/recorder",
        "akka.udp://Node@127.0.0.1:9/user/recorder",
        "http://127.0.0.1:9/user/recorder",
        "akka://Other/user/recorder",
        "HERE",
        "HERE/",
        "HERE////",
        "HERE/user",
        "HERE/user/",
        "HERE/user/nobody",
        "HERE/user/recorder/nobody",
        "HERE/user/recorder#1",
        "HERE/user/recorder#-1",
        "HERE/user/recorder#99999999999999999999999",
        "HERE/user/recorder#x",
        "HERE/user/recorder##",
        "HERE/user/Recorder",
        "HERE/user/recorde%72",
        "HERE/user/%2e%2e/user/recorder",
        "HERE/user%2Frecorder",
        "HERE/user\\recorder",
        "HERE/user/recorder%00",
        "HERE/user/recorder\0",
        "HERE/user/recorder\r\n[ERROR] all is lost",
        "HERE/user/\u001b[2Jrecorder",
        "HERE/user/../../../../nowhere",
        "HERE/../..",
        "HERE/user/*",
        "HERE/temp",
        "HERE/temp/x",
        "HERE/deadLetters",
        "HERE/deadLetters/x",
        "HERE/system",
        "HERE/system/remote-watcher",
        "HERE/system/remoting-terminator",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_message_is_lost_and_nothing_else(string path)
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(path.Replace("HERE", At(""), StringComparison.Ordinal), Frames.Text("lost")));

        await AssertStillHeard(peer);
        await AssertGoodPeerIsServed();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task As_a_sender_it_costs_no_answer_to_others(string path)
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(At("/user/echo"), Frames.Text("who?"), path.Replace("HERE", At(""), StringComparison.Ordinal)));
        await peer.SendFrame(Frames.Envelope(At("/user/echo"), Frames.Text("me"), RawPeer.Self + "/user/me"));

        Assert.Equal("me", (await NextEnvelope(peer)).Message.Message.ToStringUtf8());
        await AssertGoodPeerIsServed();
    }

    [Theory]
    [InlineData(1, 100_000)]
    [InlineData(50_000, 1)]
    [InlineData(300, 10)]
    public async Task A_path_may_be_as_long_as_a_frame(int elements, int length)
    {
        using var peer = await Stranger();
        var path = string.Concat(Enumerable.Repeat("/" + new string('x', length), elements));

        foreach (var uid in new[] { "", "#1" })
        {
            await peer.SendFrame(Frames.Envelope(At("/user") + path + uid, Frames.Text("lost")));
            await peer.SendFrame(Frames.Envelope(At("/user/echo"), Frames.Text("who?"), RawPeer.Self + path + uid));
        }

        await AssertStillHeard(peer);
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_path_with_ways_up_leads_to_who_is_there()
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(At("/system/../user/echo/../recorder"), Frames.Text("by and by")));

        Assert.Equal("by and by", await Recorder.Next<string>());
    }
}
