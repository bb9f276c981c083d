using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using BotNode.Nodes;
using Chatroom.Actors;
using RemoteGuard.Tests.Wire;

namespace BotNode.Tests.Network;

/// <summary>What a stranger's actor system reaches in our nodes, and what it does not.</summary>
public sealed class UntrustedNodesTests
{
    private const string Room = "/user/" + ChatroomActor.Name;
    private const int RoundTrips = 10;

    [Theory]
    [InlineData("/user")]
    [InlineData("/user/*")]
    [InlineData("/user/connection-watch")]
    [InlineData(Room + "/1")]
    [InlineData(Room + "/*")]
    [InlineData(Room + "/../connection-watch")]
    [InlineData("/system")]
    [InlineData("/system/endpointManager")]
    public async Task In_a_seed_node_nobody_but_the_room_answers(string path)
    {
        await using var room = await OpenRoom.StartAsync();
        await using var stranger = await OpenRoom.StartStrangerAsync();

        var first = await FirstAnswerAsync(stranger, $"{room.Address}{path}", $"{room.Address}{Room}");

        Assert.Equal($"{room.Address}{Room}", first.MessageId);
        Assert.NotNull(first.Subject);
    }

    [Fact]
    public async Task To_a_bot_node_nobody_connects()
    {
        await using var bots = await OpenRoom.StartNodeAsync("Bot", NodeSettings.Bot().Value!);
        using var stranger = new TcpClient();
        await stranger.ConnectAsync("127.0.0.1", bots.Port);
        var port = ((IPEndPoint)stranger.Client.LocalEndPoint!).Port;

        await stranger.GetStream().WriteAsync(Frames.Framed(TestFrames.Associate("Stranger", "127.0.0.1", port)));

        using var limit = new CancellationTokenSource(OpenRoom.Limit);
        Assert.Equal(0, await stranger.GetStream().ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, limit.Token));
    }

    [Fact]
    public async Task A_strangers_PoisonPill_does_not_end_the_room()
    {
        await using var room = await OpenRoom.StartAsync();
        await using var stranger = await OpenRoom.StartStrangerAsync();
        var selection = stranger.System.ActorSelection($"{room.Address}{Room}");
        var door = await selection.ResolveOne(OpenRoom.Limit);

        selection.Tell(PoisonPill.Instance);
        door.Tell(PoisonPill.Instance);

        // What is asked after them is answered after them.
        Assert.Equal(door, (await door.Ask<ActorIdentity>(new Identify("after"), OpenRoom.Limit)).Subject);
        await room.ConverseAsync();
    }

    /// <summary>Asks who is at the first path, and at the second one when an answer from the first would have come long ago.</summary>
    private static async Task<ActorIdentity> FirstAnswerAsync(ActorNode stranger, string path, string reachable)
    {
        using var inbox = Inbox.Create(stranger.System);
        stranger.System.ActorSelection(path).Tell(new Identify(path), inbox.Receiver);
        // Actors run side by side: a single round trip may be quicker than who was asked before it.
        for (var trip = 0; trip < RoundTrips; trip++)
            await stranger.System.ActorSelection(reachable).Ask<ActorIdentity>(new Identify(trip), OpenRoom.Limit);
        stranger.System.ActorSelection(reachable).Tell(new Identify(reachable), inbox.Receiver);
        return (ActorIdentity)await inbox.ReceiveAsync(OpenRoom.Limit);
    }
}
