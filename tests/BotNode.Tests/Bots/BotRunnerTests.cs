using Akka.Actor;
using Akka.Configuration;
using BotNode.Bots;
using BotNode.Nodes;
using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests.Bots;

public sealed class BotRunnerTests
{
    private const string Here = "127.0.0.1";

    /// <summary>A room that is there only once a test opens it.</summary>
    private const string Later = "later";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_bot_that_lost_its_room_looks_for_it_though_another_one_has_not_found_its_own_yet_and_both_look_from_a_new_system()
    {
        var room = await RoomAsync();
        var (isIn, isLost, systems) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        var felix = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => isIn.TrySetResult());
        var looking = new BotSession(new BotSettings { Name = "Rateb" }, SilentMind.Instance, _ => { }, "nowhere");
        Task<ActorNode> Start(CancellationToken cancelled)
        {
            systems++;
            return BotAsync(cancelled);
        }

        using var enough = new CancellationTokenSource();
        var home = new BotRunner(Start, new RoomAddress(Here, room.Port), patience: Limit * 10, () => isLost.TrySetResult(), TimeProvider.System);
        var living = home.RunAsync([felix, looking], patienceToJoin: Limit * 10, (_, _) => { }, enough.Token);
        await isIn.Task.WaitAsync(Limit);

        await room.DisposeAsync();

        await isLost.Task.WaitAsync(Limit);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => living);
        Assert.Equal(2, systems);
    }

    [Fact]
    public async Task Who_found_no_room_stops_asking_for_rooms_when_it_is_told_to()
    {
        await using var roomless = await SeedAsync(NodeSettings.WithRooms(NodeSettings.Seed().Value!.Akka, ["red"]));
        using var enough = new CancellationTokenSource();
        roomless.System.ActorOf(Props.Create(() => new Interrupting(enough)), RoomPath.Rooms);
        var felix = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => { });
        var home = new BotRunner(BotAsync, new RoomAddress(Here, roomless.Port), patience: Limit, () => { }, TimeProvider.System);

        var living = home.RunAsync([felix], patienceToJoin: TimeSpan.FromSeconds(1), (_, _) => { }, enough.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => living.WaitAsync(Limit));
    }

    [Fact]
    public async Task A_bot_whose_actor_system_ends_by_itself_goes_on_in_another_one()
    {
        await using var room = await RoomAsync();
        var (isIn, isBack, systems) = (new TaskCompletionSource(), new TaskCompletionSource(), new List<ActorNode>());
        var felix = new BotSession(new BotSettings { Name = "Felix", Ticket = "felix" }, SilentMind.Instance, news =>
            (news is BotNews.Returned ? isBack : isIn).TrySetResult());
        async Task<ActorNode> Start(CancellationToken cancelled)
        {
            systems.Add(await BotAsync(cancelled));
            return systems[^1];
        }

        using var enough = new CancellationTokenSource();
        var home = new BotRunner(Start, new RoomAddress(Here, room.Port), patience: Limit * 10, () => { }, TimeProvider.System);
        var living = home.RunAsync([felix], patienceToJoin: Limit * 10, (_, _) => { }, enough.Token);
        await isIn.Task.WaitAsync(Limit);

        await systems[0].System.Terminate();

        await isBack.Task.WaitAsync(Limit);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => living);
    }

    [Fact]
    public async Task Who_was_let_in_once_has_not_been_refused_and_looks_for_its_room_when_that_is_lost()
    {
        var room = await RoomAsync();
        var (isIn, isLost, looks) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var felix = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => isIn.TrySetResult());
        async Task<ActorNode> Start(CancellationToken cancelled)
        {
            var node = await BotAsync(cancelled);
            if (isLost.Task.IsCompleted)
                looks.TrySetResult();
            return node;
        }

        using var enough = new CancellationTokenSource();
        var home = new BotRunner(Start, new RoomAddress(Here, room.Port), patience: Limit * 10, () => isLost.TrySetResult(), TimeProvider.System);
        var living = home.RunAsync([felix], patienceToJoin: Limit * 10, (_, _) => { }, enough.Token);
        await isIn.Task.WaitAsync(Limit);

        home.GiveUp("refused");
        await room.DisposeAsync();
        await looks.Task.WaitAsync(Limit);
        home.GiveUp("refused");

        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => living.WaitAsync(Limit));
        Assert.NotEqual("refused", home.ConnectionProblem);
    }

    [Fact]
    public async Task Who_looks_for_a_lost_room_goes_on_in_another_actor_system_when_that_ends_too()
    {
        var room = await RoomAsync();
        var (isIn, isThird, systems) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        var felix = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => isIn.TrySetResult());
        async Task<ActorNode> Start(CancellationToken cancelled)
        {
            var node = await BotAsync(cancelled);
            systems++;
            if (systems == 2)
                _ = node.System.Terminate();
            if (systems == 3)
                isThird.SetResult();
            return node;
        }

        var losses = 0;
        using var enough = new CancellationTokenSource();
        var home = new BotRunner(Start, new RoomAddress(Here, room.Port), patience: Limit * 10, () => losses++, TimeProvider.System);
        var living = home.RunAsync([felix], patienceToJoin: Limit * 10, (_, _) => { }, enough.Token);
        await isIn.Task.WaitAsync(Limit);

        await room.DisposeAsync();

        await Task.WhenAny(isThird.Task, living).WaitAsync(Limit);
        Assert.True(isThird.Task.IsCompleted);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => living.WaitAsync(Limit));
        Assert.Equal(1, losses);
    }

    [Fact]
    public async Task A_bot_whose_actor_system_ends_before_it_is_in_a_room_says_so()
    {
        var started = new TaskCompletionSource<ActorNode>();
        var felix = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => { });
        async Task<ActorNode> Start(CancellationToken cancelled)
        {
            var node = await BotAsync(cancelled);
            started.SetResult(node);
            return node;
        }

        using var nobody = new ReservedPort();
        var home = new BotRunner(Start, new RoomAddress(Here, nobody.Number), patience: Limit * 10, () => { }, TimeProvider.System);
        var living = home.RunAsync([felix], patienceToJoin: Limit * 10, (_, _) => { }, CancellationToken.None);

        await (await started.Task.WaitAsync(Limit)).System.Terminate();

        Assert.IsType<BotNews.NobodyThere>(Assert.Single(await living.WaitAsync(Limit)));
        Assert.StartsWith("its actor system has ended by itself", home.ConnectionProblem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_is_in_no_room_yet_goes_with_those_that_lose_theirs_when_their_actor_system_ends()
    {
        await using var room = await RoomAsync();
        var (isIn, isFound, systems) = (new TaskCompletionSource(), new TaskCompletionSource(), new List<ActorNode>());
        var felix = new BotSession(new BotSettings { Name = "Felix", Ticket = "felix" }, SilentMind.Instance, _ => isIn.TrySetResult());
        var rateb = new BotSession(new BotSettings { Name = "Rateb" }, SilentMind.Instance, _ => isFound.TrySetResult(), Later);
        async Task<ActorNode> Start(CancellationToken cancelled)
        {
            systems.Add(await BotAsync(cancelled));
            return systems[^1];
        }

        using var enough = new CancellationTokenSource();
        var home = new BotRunner(Start, new RoomAddress(Here, room.Port), patience: Limit * 10, () => { }, TimeProvider.System);
        var living = home.RunAsync([felix, rateb], patienceToJoin: Limit * 10, (_, _) => { }, enough.Token);
        await isIn.Task.WaitAsync(Limit);

        await systems[0].System.Terminate();
        room.System.ActorOf(RoomsActor.Props([(Later, _ => new(RoomProps()))]), RoomPath.Rooms);

        await isFound.Task.WaitAsync(Limit);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => living.WaitAsync(Limit));
    }

    [Fact]
    public async Task Who_found_no_room_and_gets_a_strange_answer_to_which_there_are_has_found_nobody()
    {
        await using var strange = await SeedAsync(NodeSettings.WithRooms(NodeSettings.Seed().Value!.Akka, [Later]));
        strange.System.ActorOf(Props.Create(() => new Strange()), RoomPath.Rooms);
        var felix = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => { });
        var home = new BotRunner(BotAsync, new RoomAddress(Here, strange.Port), patience: Limit, () => { }, TimeProvider.System);

        var endings = await home.RunAsync([felix], patienceToJoin: TimeSpan.FromSeconds(1), (_, _) => { }, CancellationToken.None).WaitAsync(Limit);

        Assert.IsType<BotNews.NobodyThere>(Assert.Single(endings));
        Assert.Null(home.WhichRooms);
    }

    [Fact]
    public async Task If_its_listener_fails_it_fails_and_leaves_no_actor_system()
    {
        await using var room = await RoomAsync();
        ActorNode? node = null;
        var stranger = new BotSession(new BotSettings { Name = "Zed" }, SilentMind.Instance, _ => { });
        var home = new BotRunner(
            async cancelled => node = await BotAsync(cancelled), new RoomAddress(Here, room.Port), patience: Limit, () => { }, TimeProvider.System);

        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => home.RunAsync(
            [stranger], patienceToJoin: Limit, (_, ending) => throw new NotSupportedException($"{ending.GetType().Name}"), CancellationToken.None).WaitAsync(Limit));

        Assert.Equal(nameof(BotNews.TurnedAway), failure.Message);
        await node!.System.WhenTerminated.WaitAsync(Limit);
    }

    [Fact]
    public async Task When_the_process_ends_with_it_an_interruption_leaves_the_last_actor_system_to_the_process()
    {
        var room = await RoomAsync();
        ActorNode? node = null;
        var isIn = new TaskCompletionSource();
        var felix = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => isIn.TrySetResult());
        using var enough = new CancellationTokenSource();
        var home = new BotRunner(
            async cancelled => node = await BotAsync(cancelled), new RoomAddress(Here, room.Port), patience: Limit, () => { }, TimeProvider.System, endsWithProcess: true);
        var living = home.RunAsync([felix], patienceToJoin: Limit, (_, _) => { }, enough.Token);
        await isIn.Task.WaitAsync(Limit);

        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => living.WaitAsync(Limit));
        Assert.False(node!.System.WhenTerminated.IsCompleted);
        await node.DisposeAsync();
        await room.DisposeAsync();
    }

    /// <summary>A room that waits for Felix and Rateb.</summary>
    private static async Task<ActorNode> RoomAsync()
    {
        var akka = NodeSettings.Seed().Value!.Akka;
        // Two kinds of rooms beside each other, which the program does not have.
        var rooms = $"\"/user/{ChatroomActor.Name}\", \"/user/{RoomPath.Of(Later)}\"";
        var node = await SeedAsync(ConfigurationFactory.ParseString(
            $"akka.remote {{ trusted-selection-paths = [{rooms}, \"/system/remote-watcher\"], guard.paths = [{rooms}] }}").WithFallback(akka));
        node.System.ActorOf(RoomProps(), ChatroomActor.Name);
        return node;
    }

    private static Props RoomProps() => ChatroomActor.Props(
        new Scenario("test", [Persona.WithoutWords("Felix"), Persona.WithoutWords("Rateb")], Catalogue.Empty),
        7, new NobodyLooks());

    private static Task<ActorNode> SeedAsync(Config settings) => StartAsync(RoomAddress.SystemName, settings, CancellationToken.None);

    private static Task<ActorNode> BotAsync(CancellationToken cancelled) => StartAsync("Bot", NodeSettings.Bot().Value!, cancelled);

    private static Task<ActorNode> StartAsync(string name, Config settings, CancellationToken cancelled) =>
        ActorNode.StartAsync(new NodeStart(name, settings, "test.conf", Here, 0, Here), TextWriter.Null, cancelled);

    /// <summary>When asked, it doesn't answer, but has the one who asks interrupted.</summary>
    private sealed class Interrupting(CancellationTokenSource interrupt) : UntypedActor
    {
        protected override void OnReceive(object message) => interrupt.Cancel();
    }

    /// <summary>Answers what nobody has asked for.</summary>
    private sealed class Strange : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(new ChatroomProtocol.Queued("Felix"));
    }

    private sealed class NobodyLooks : IRoomObserver
    {
        public void Happened(RoomEvent happened)
        {
        }

        public void Broke(Exception cause)
        {
        }
    }
}
