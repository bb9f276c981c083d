using Akka.Actor;
using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Tests.Network;

public sealed class FrameSizeTests
{
    [Fact]
    public async Task The_longest_message_that_the_protocol_has_goes_from_a_bot_node_to_a_seed_node_and_back()
    {
        await using var seed = await OpenRoom.StartNodeAsync(RoomAddress.SystemName, NodeSettings.Seed().Value!.Akka);
        await using var bot = await OpenRoom.StartNodeAsync("Bot", NodeSettings.Bot().Value!);
        seed.System.ActorOf(Props.Create(() => new Echo()), ChatroomActor.Name);
        var longest = Longest(seed.System);

        var back = await bot.System.ActorSelection($"{new RoomAddress("127.0.0.1", seed.Port)}/user/{ChatroomActor.Name}")
            .Ask<ChatroomProtocol.Missed>(longest, OpenRoom.Limit);

        Assert.Equal(longest, back);
    }

    private static ChatroomProtocol.Missed Longest(ActorSystem system)
    {
        var serializer = new ChatroomSerializer((ExtendedActorSystem)system);
        var said = new Said(1, 0, 1, "Felix", new string('x', ChatText.MaxText), false);
        var messages = Enumerable.Range(1, ChatroomSerializer.MaxBytes / ChatText.MaxText)
            .Select(count => new ChatroomProtocol.Missed(Enumerable.Repeat<RoomEvent>(said, count).ToValueList()));
        var longest = messages.Last(message => serializer.ToBinary(message).Length <= ChatroomSerializer.MaxBytes);
        Assert.InRange(serializer.ToBinary(longest).Length, ChatroomSerializer.MaxBytes - (2 * ChatText.MaxText), ChatroomSerializer.MaxBytes);
        return longest;
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }
}
