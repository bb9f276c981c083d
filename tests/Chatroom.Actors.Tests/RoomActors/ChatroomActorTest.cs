using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Configs;
using Akka.TestKit.Xunit2;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>A room in virtual time; probes stand in for its bots.</summary>
public abstract class ChatroomActorTest() : TestKit(TestConfigs.TestSchedulerConfig)
{
    protected static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>How long a round lasts where the settings don't say.</summary>
    protected static readonly TimeSpan ReplyTimeout = new RoomSettings().ReplyTimeout;

    private protected readonly Recorder _recorder = new();

    protected TestScheduler Time => (TestScheduler)Sys.Scheduler;

    private protected IActorRef Room(RoomSettings? settings = null, params ReadOnlySpan<string> roster)
    {
        var scenario = new Scenario("test", roster.ToArray().Select(name => new Persona(name, "", "chill", [])).ToValueList(), Catalogue.Empty)
        {
            Room = (settings ?? new RoomSettings()) with { Next = SuggestionSource.Script },
            Suggestions = [new Suggestion("chill", "party", null, "Party?")],
        };
        return Sys.ActorOf(ChatroomActor.Props(scenario, 7, _recorder));
    }

    protected async Task<TestProbe> Join(IActorRef room, string name)
    {
        var bot = CreateTestProbe();
        room.Tell(new Join(name), bot.Ref);
        await bot.FishForMessageAsync(message => message is Welcome, Limit);
        return bot;
    }

    protected static async Task<TEvent> Expect<TEvent>(TestProbe bot) where TEvent : RoomEvent =>
        EventsIn(await bot.FishForMessageAsync(message => EventsIn(message).OfType<TEvent>().Any(), Limit)).OfType<TEvent>().First();

    private static ValueList<RoomEvent> EventsIn(object message) => message switch
    {
        Happened happened => [happened.Event],
        Missed missed => missed.Events,
        _ => [],
    };
}
