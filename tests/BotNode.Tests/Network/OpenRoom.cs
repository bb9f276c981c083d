using Akka.Configuration;
using BotNode.Bots;
using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Tests.Network;

/// <summary>A seed node with a room for one bot, and what is needed to be a stranger to it.</summary>
internal sealed class OpenRoom : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private const string Here = "127.0.0.1";

    private readonly ActorNode _node;
    private readonly Observer _observer;

    private OpenRoom(ActorNode node, Observer observer) => (_node, _observer) = (node, observer);

    public int Port => _node.Port;

    public string Address => $"akka.tcp://{RoomAddress.SystemName}@{Here}:{Port}";

    public static async Task<OpenRoom> StartAsync()
    {
        var scenario = new Scenario("test", [Persona.WithoutWords("Felix")], Content.LoadDefault().Value!.Catalogue)
        {
            Room = new RoomSettings { JoinTimeout = Limit },
        };
        var observer = new Observer();
        var node = await StartNodeAsync(RoomAddress.SystemName, NodeSettings.Seed().Value!.Akka);
        node.System.ActorOf(RoomDoor.Props(number => new(number == 1 ? ChatroomActor.Props(scenario, 7, observer) : null)), ChatroomActor.Name);
        return new OpenRoom(node, observer);
    }

    public static Task<ActorNode> StartNodeAsync(string name, Config settings) =>
        ActorNode.StartAsync(new NodeStart(name, settings, "test.conf", Here, 0, Here), TextWriter.Null, CancellationToken.None);

    /// <summary>A node that has no room and no guard, and sends what it likes.</summary>
    public static Task<ActorNode> StartStrangerAsync() =>
        StartNodeAsync("Stranger", ConfigurationFactory.ParseString("akka.remote.dot-netty.tcp.applied-adapters = []").WithFallback(NodeSettings.Bot().Value!));

    /// <summary>A bot joins and has the conversation; fails when that does not come to its end.</summary>
    public async Task ConverseAsync()
    {
        var felix = new BotSession(new BotSettings { Name = "Felix" }, new Agreeing(), _ => { });
        var home = new BotRunner(_ => StartNodeAsync("Bot", NodeSettings.Bot().Value!), new RoomAddress(Here, Port), TimeSpan.Zero, () => { }, TimeProvider.System);

        var endings = await home.RunAsync([felix], Limit, (_, _) => { }, CancellationToken.None).WaitAsync(Limit);

        Assert.Equal([new BotNews.Ended(Leaving.Bye)], endings);
        Assert.Equal(CloseReason.Completed, await _observer.Closed.Task.WaitAsync(Limit));
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private sealed class Agreeing : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromResult<string?>("ok");
    }

    private sealed class Observer : IRoomObserver
    {
        public TaskCompletionSource<CloseReason> Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Happened(RoomEvent happened)
        {
            if (happened is Closed closed)
                Closed.TrySetResult(closed.Reason);
        }

        public void Broke(Exception cause) => Closed.TrySetException(cause);
    }
}
