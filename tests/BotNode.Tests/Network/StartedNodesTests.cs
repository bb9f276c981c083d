using Akka.Remote;
using BotNode.Nodes;
using Chatroom.Actors;
using RemoteGuard.Serializers;

namespace BotNode.Tests.Network;

/// <summary>What hocon/seed.conf and hocon/bot.conf promise, a started system has.</summary>
public sealed class StartedNodesTests
{
    [Fact]
    public async Task A_seed_node_lets_strangers_reach_the_room_and_death_watch()
    {
        await using var seed = await SeedAsync();

        Assert.Equal(["/user/chatroom", "/system/remote-watcher"], Remote(seed).TrustedSelectionPaths.Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task A_bot_node_lets_strangers_reach_death_watch_only()
    {
        await using var bot = await BotAsync();

        Assert.Equal(["/system/remote-watcher"], Remote(bot).TrustedSelectionPaths);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_node_trusts_nobody_misses_a_killed_one_soon_and_tries_again_soon(bool isSeed)
    {
        await using var node = await (isSeed ? SeedAsync() : BotAsync());

        var remote = Remote(node);
        Assert.True(remote.UntrustedMode);
        Assert.Equal(TimeSpan.FromSeconds(1), remote.RetryGateClosedFor);
        Assert.Equal(TimeSpan.FromSeconds(1), remote.WatchHeartBeatInterval);
        Assert.Equal(TimeSpan.FromSeconds(3), remote.WatchFailureDetectorConfig.GetTimeSpan("acceptable-heartbeat-pause"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_node_logs_errors_and_none_of_what_the_conversation_tells(bool isSeed)
    {
        await using var node = await (isSeed ? SeedAsync() : BotAsync());

        var settings = node.System.Settings;
        Assert.Equal(("ERROR", "OFF"), (settings.LogLevel, settings.StdoutLogLevel));
        Assert.Equal((0, false), (settings.LogDeadLetters, settings.LogDeadLettersDuringShutdown));
        Assert.False(settings.Config.GetBoolean("akka.remote.log-remote-lifecycle-events"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_node_speaks_the_protocol_and_refuses_JSON(bool isSeed)
    {
        await using var node = await (isSeed ? SeedAsync() : BotAsync());

        Assert.IsType<ChatroomSerializer>(node.System.Serialization.FindSerializerFor(new ChatroomProtocol.Bye()));
        Assert.IsType<RefusingJsonSerializer>(node.System.Serialization.FindSerializerForType(typeof(object)));
    }

    private static RemoteSettings Remote(ActorNode node) => new(node.System.Settings.Config);

    private static Task<ActorNode> SeedAsync() => OpenRoom.StartNodeAsync(RoomAddress.SystemName, NodeSettings.Seed().Value!.Akka);

    private static Task<ActorNode> BotAsync() => OpenRoom.StartNodeAsync("Bot", NodeSettings.Bot().Value!);
}
