using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Chatroom.Actors.Tests;

/// <summary>A room and bots in actor systems of their own, over TCP, with the settings that come with the program.</summary>
public sealed class RemoteTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly List<ActorSystem> _systems = [];
    private readonly Recorder _recorder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var system in _systems)
        {
            await system.Terminate();
        }
    }

    [Fact]
    public async Task A_conversation_goes_over_the_wire()
    {
        var scenario = ScenarioFolder.Load("two-rounds");
        var address = Seed(scenario);

        foreach (var name in scenario.Names.Reverse())
        {
            Bot(scenario, name, address);
        }

        await _recorder.WhenClosed.WaitAsync(Limit);
        var local = await Replay.RunAsync(scenario, TimeProvider.System, CancellationToken.None);
        Assert.Equal(RoomText.Lines(local.Events, addresses: false), RoomText.Lines(_recorder.Events, addresses: false));
    }

    [Fact]
    public async Task Every_bot_hears_everything_in_order_and_ends()
    {
        var scenario = ScenarioFolder.Load("two-rounds");
        var address = Seed(scenario);

        var bots = scenario.Names.Select(name => Bot(scenario, name, address)).ToList();

        foreach (var bot in bots)
        {
            Assert.Equal(new BotNews.Ended(Leaving.Bye), await bot.WhenEnded.WaitAsync(Limit));
            var heard = bot.News.OfType<BotNews.Heard>().Select(news => news.Happened).ToList();
            Assert.Equal(_recorder.Events.Take(heard.Count), heard);
        }
    }

    [Fact]
    public async Task A_join_tells_the_address_it_came_from()
    {
        var scenario = ScenarioFolder.Load("two-rounds") with { Roster = [ScenarioFolder.Load("two-rounds").Roster[0]] };
        var address = Seed(scenario);
        var bot = Bot(scenario, null, address);

        await bot.WhenEnded.WaitAsync(Limit);

        var own = Address(_systems[1]);
        Assert.Equal($"{own.Host}:{own.Port}", Assert.Single(_recorder.Events.OfType<Joined>()).From);
    }

    [Fact]
    public async Task A_bot_that_comes_to_nobody_gives_up()
    {
        var scenario = ScenarioFolder.Load("two-rounds");
        var bot = Bot(scenario, "Felix", new Address("akka.tcp", "Chatroom", "127.0.0.1", 1), TimeSpan.FromSeconds(1));

        Assert.IsType<BotNews.NobodyThere>(await bot.WhenEnded.WaitAsync(Limit));
    }

    [Fact]
    public async Task A_bot_node_that_ends_without_a_word_is_noticed()
    {
        var scenario = ScenarioFolder.Load("two-rounds");
        var address = Seed(scenario);
        Bot(scenario, "Felix", address, driven: ScriptedActions.Answers);
        foreach (var name in scenario.Names.Where(name => name != "Felix"))
        {
            Bot(scenario, name, address);
        }
        await _recorder.When(events => events.OfType<Suggested>().Any()).WaitAsync(Limit);

        await _systems[1].Terminate();

        await _recorder.When(events => events.OfType<Left>().Any(left => left is { Name: "Felix", How: Leaving.Crashed })).WaitAsync(Limit);
    }

    [Fact]
    public async Task A_room_whose_node_ends_without_a_word_is_noticed()
    {
        var scenario = ScenarioFolder.Load("two-rounds");
        var bot = Bot(scenario, scenario.Names[0], Seed(scenario));
        await _recorder.When(events => events.OfType<Joined>().Any()).WaitAsync(Limit);

        await _systems[0].Terminate();

        Assert.IsType<BotNews.RoomLost>(await bot.WhenEnded.WaitAsync(Limit));
    }

    private Address Seed(Scenario scenario)
    {
        var system = Start("Chatroom", "seed.conf");
        system.ActorOf(ChatroomActor.Props(scenario, scenario.Seed ?? 1, _recorder), ChatroomActor.Name);
        return Address(system);
    }

    private Participant Bot(Scenario scenario, string? name, Address address, TimeSpan? patience = null, ScriptedActions driven = ScriptedActions.None)
    {
        var system = Start("Bot", "bot.conf");
        var participant = new Participant();
        var settings = new BotSettings { Name = name, ScriptedActions = driven, PatienceToJoin = patience ?? Limit };
        var target = system.ActorSelection($"{address}/user/{ChatroomActor.Name}");
        system.ActorOf(BotActor.Props(target, settings, new PersonaMind(scenario.Roster, scenario.Catalogue), participant.Take), "bot");
        return participant;
    }

    private ActorSystem Start(string name, string file)
    {
        var text = File.ReadAllText(Path.Combine(HoconFile.ProgramFolder, file));
        var system = ActorSystem.Create(name, ConfigurationFactory.ParseString("akka.remote.dot-netty.tcp.port = 0")
            .WithFallback(ConfigurationFactory.ParseString(text)));
        _systems.Add(system);
        return system;
    }

    private static Address Address(ActorSystem system) => ((ExtendedActorSystem)system).Provider.DefaultAddress;

    private sealed class Participant
    {
        private readonly TaskCompletionSource<BotNews> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<BotNews> News { get; } = new();

        public Task<BotNews> WhenEnded => _ended.Task;

        public void Take(BotNews news)
        {
            News.Enqueue(news);
            if (news is not (BotNews.Welcomed or BotNews.Returned or BotNews.Heard))
            {
                _ended.TrySetResult(news);
            }
        }
    }
}
