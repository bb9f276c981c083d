using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Configs;
using Akka.TestKit.Xunit2;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>What the room sends to whom; probes stand in for bots.</summary>
public sealed class ChatroomActorTests() : TestKit(TestConfigs.TestSchedulerConfig)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    private readonly Recorder _recorder = new();

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    private IActorRef Room(RoomSettings? settings = null, params ReadOnlySpan<string> roster)
    {
        var scenario = new Scenario
        {
            Name = "test",
            Room = (settings ?? new RoomSettings()) with { Next = SuggestionSource.Script },
            Roster = roster.ToArray().Select(name => new Persona(name, "", "chill", [])).ToValueList(),
            Catalogue = new Catalogue([], []),
            Suggestions = [new Suggestion("chill", "party", null, "Party?")],
        };
        return Sys.ActorOf(ChatroomActor.Props(scenario, 7, _recorder));
    }

    private async Task<TestProbe> Join(IActorRef room, string name)
    {
        var bot = CreateTestProbe();
        room.Tell(new Join(name), bot.Ref);
        await bot.FishForMessageAsync(message => message is Welcome, Long);
        return bot;
    }

    private static async Task<TEvent> Expect<TEvent>(TestProbe bot) where TEvent : RoomEvent =>
        EventsIn(await bot.FishForMessageAsync(message => EventsIn(message).OfType<TEvent>().Any(), Long)).OfType<TEvent>().First();

    private static ValueList<RoomEvent> EventsIn(object message) => message switch
    {
        Happened happened => [happened.Event],
        Missed missed => missed.Events,
        _ => [],
    };

    [Fact]
    public async Task A_joiner_is_welcomed_and_hears_all_that_was_before()
    {
        var room = Room(null, "Felix", "Rateb");
        await Join(room, "Felix");
        var bot = CreateTestProbe();

        room.Tell(new Join("Rateb"), bot.Ref);

        Assert.Equal(new Welcome("Rateb", 7, 3), await bot.ExpectMsgAsync<Welcome>(Long));
        Assert.Equal([1, 2, 3], (await bot.ExpectMsgAsync<Missed>(Long)).Events.Select(before => before.N));
        Assert.Equal(4, (await bot.ExpectMsgAsync<Happened>(Long)).Event.N);
    }

    [Fact]
    public async Task Who_is_refused_is_told_why_and_not_listened_to()
    {
        var room = Room(null, "Felix", "Rateb");
        await Join(room, "Felix");
        var bot = CreateTestProbe();

        room.Tell(new Join("Felix"), bot.Ref);
        Assert.Equal(RefusalReason.NameTaken, (await bot.ExpectMsgAsync<TurnedAway>(Long)).Reason);

        room.Tell(new Bye(), bot.Ref);
        await Join(room, "Rateb");
        Assert.DoesNotContain(_recorder.Events, happened => happened is Left);
    }

    [Fact]
    public async Task A_join_that_comes_again_is_answered_as_the_first()
    {
        var room = Room(null, "Felix", "Rateb");
        var bot = await Join(room, "Felix");
        await Expect<Joined>(bot);

        room.Tell(new Join("Felix", LastSeen: 1), bot.Ref);

        Assert.Equal(new Welcome("Felix", 7, 2), await bot.ExpectMsgAsync<Welcome>(Long));
        Assert.Equal(2, Assert.Single((await bot.ExpectMsgAsync<Missed>(Long)).Events).N);
        Assert.Equal(2, _recorder.Events.Count);
    }

    [Fact]
    public async Task Who_was_refused_and_asks_again_is_answered_as_before_and_noted_once()
    {
        var room = Room(null, "Felix", "Rateb");
        await Join(room, "Felix");
        var bot = CreateTestProbe();

        room.Tell(new Join("Felix"), bot.Ref);
        room.Tell(new Join("Felix"), bot.Ref);

        Assert.Equal(await bot.ExpectMsgAsync<TurnedAway>(Long), await bot.ExpectMsgAsync<TurnedAway>(Long));
        Assert.Single(_recorder.Events.OfType<Refused>());
    }

    [Fact]
    public async Task Who_has_no_wish_is_told_its_name()
    {
        var room = Room(null, "Felix", "Rateb");
        var bot = CreateTestProbe();

        room.Tell(new Join(null), bot.Ref);

        Assert.Equal("Felix", (await bot.ExpectMsgAsync<Welcome>(Long)).Name);
    }

    [Fact]
    public async Task Who_waits_for_its_turn_is_told_so()
    {
        var room = Room(new RoomSettings { Order = SpeakingOrder.Roster }, "Felix", "Rateb");
        var bot = CreateTestProbe();

        room.Tell(new Join("Rateb"), bot.Ref);

        Assert.Equal(new Queued("Rateb"), await bot.ExpectMsgAsync<Queued>(Long));

        room.Tell(new Join("Rateb"), bot.Ref);
        Assert.Equal(new Queued("Rateb"), await bot.ExpectMsgAsync<Queued>(Long));
    }

    [Fact]
    public async Task An_answer_goes_to_everybody_its_author_included()
    {
        var room = Room(null, "Felix", "Rateb");
        var (felix, rateb) = (await Join(room, "Felix"), await Join(room, "Rateb"));

        room.Tell(new Answer(1, "yes"), felix.Ref);

        Assert.Equal("yes", (await Expect<Said>(felix)).Text);
        Assert.Equal("yes", (await Expect<Said>(rateb)).Text);
    }

    [Fact]
    public async Task An_answer_that_comes_again_is_acknowledged_and_not_passed_on()
    {
        var room = Room(null, "Felix", "Rateb");
        var (felix, _) = (await Join(room, "Felix"), await Join(room, "Rateb"));
        room.Tell(new Answer(1, "yes"), felix.Ref);
        var first = await Expect<Said>(felix);

        room.Tell(new Answer(1, "no"), felix.Ref);

        Assert.Equal(first, await Expect<Said>(felix));
        Assert.Single(_recorder.Events.OfType<Said>());
    }

    [Fact]
    public async Task A_stranger_is_not_listened_to()
    {
        var room = Room(null, "Felix");
        var felix = await Join(room, "Felix");

        room.Tell(new Answer(1, "intruding"), CreateTestProbe().Ref);
        room.Tell(new Answer(1, "yes"), felix.Ref);

        await Expect<RoundClosed>(felix);
        Assert.Equal(["yes"], _recorder.Events.OfType<Said>().Select(said => said.Text));
    }

    [Fact]
    public async Task After_the_last_round_everybody_is_told_that_it_is_over()
    {
        var room = Room(null, "Felix");
        var felix = await Join(room, "Felix");

        room.Tell(new Answer(1, "yes"), felix.Ref);

        await felix.FishForMessageAsync(message => message is Over, Long);
    }

    [Fact]
    public async Task Who_joins_again_after_the_last_round_is_told_again_that_it_is_over()
    {
        var room = Room(null, "Felix");
        var felix = await Join(room, "Felix");
        room.Tell(new Answer(1, "yes"), felix.Ref);
        await felix.FishForMessageAsync(message => message is Over, Long);

        room.Tell(new Join("Felix", 5), felix.Ref);

        await felix.FishForMessageAsync(message => message is Over, Long);
    }

    [Fact]
    public async Task A_bye_is_acknowledged_and_the_room_stops_when_all_are_gone()
    {
        var room = Room(null, "Felix");
        var felix = await Join(room, "Felix");
        await felix.WatchAsync(room);
        room.Tell(new Answer(1, "yes"), felix.Ref);
        await felix.FishForMessageAsync(message => message is Over, Long);

        room.Tell(new Bye(), felix.Ref);

        Assert.Equal(Leaving.Bye, (await Expect<Left>(felix)).How);
        await felix.ExpectTerminatedAsync(room, Long);
        Assert.IsType<Closed>(_recorder.Events[^1]);
    }

    [Fact]
    public async Task A_bye_that_comes_again_is_acknowledged_again()
    {
        var room = Room(null, "Felix", "Rateb");
        var (felix, _) = (await Join(room, "Felix"), await Join(room, "Rateb"));
        room.Tell(new Bye(), felix.Ref);
        var first = await Expect<Left>(felix);

        room.Tell(new Bye(), felix.Ref);

        Assert.Equal(first, await Expect<Left>(felix));
    }

    [Fact]
    public async Task Who_dies_is_noted_as_crashed()
    {
        var room = Room(null, "Felix", "Rateb");
        var (felix, rateb) = (await Join(room, "Felix"), await Join(room, "Rateb"));

        Sys.Stop(felix.Ref);

        Assert.Equal(("Felix", Leaving.Crashed), await Expect<Left>(rateb) is var left ? (left.Name, left.How) : default);
    }

    [Fact]
    public async Task Nobody_answers_and_the_round_closes_at_the_reply_timeout()
    {
        var room = Room(new RoomSettings { ReplyTimeout = TimeSpan.FromSeconds(4) }, "Felix");
        var felix = await Join(room, "Felix");
        await Expect<Suggested>(felix);

        Time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal([new ParticipantVerdict("Felix", Verdict.Silent)], (await Expect<RoundClosed>(felix)).Verdicts);
    }

    [Fact]
    public async Task Nobody_leaves_and_the_room_closes_at_the_closing_timeout()
    {
        var room = Room(new RoomSettings { ClosingTimeout = TimeSpan.FromSeconds(2) }, "Felix");
        var felix = await Join(room, "Felix");
        room.Tell(new Answer(1, "yes"), felix.Ref);
        await felix.FishForMessageAsync(message => message is Over, Long);

        Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Leaving.Stopped, (await Expect<Left>(felix)).How);
    }

    [Fact]
    public async Task Nobody_comes_and_the_room_closes_at_the_join_timeout()
    {
        var room = Room(new RoomSettings { JoinTimeout = TimeSpan.FromSeconds(5) }, "Felix");
        Watch(room);
        await _recorder.When(events => events.OfType<Opened>().Any()).WaitAsync(Long);

        Time.Advance(TimeSpan.FromSeconds(5));

        await ExpectTerminatedAsync(room, Long);
        Assert.Equal(new Closed(2, 5000, CloseReason.JoinTimeout), _recorder.Events[^1]);
    }

    [Fact]
    public async Task Its_own_node_can_stop_it()
    {
        var room = Room(null, "Felix", "Rateb");
        var felix = await Join(room, "Felix");

        room.Tell(ChatroomActor.Stop.Instance);

        Assert.Equal(Leaving.Stopped, (await Expect<Left>(felix)).How);
        await _recorder.WhenClosed.WaitAsync(Long);
        Assert.Equal(CloseReason.Stopped, Assert.IsType<Closed>(_recorder.Events[^1]).Reason);
    }

    [Fact]
    public async Task A_room_that_breaks_says_so_and_stops()
    {
        var observer = new ThrowingObserver(typeof(Joined));
        var scenario = ScenarioFolder.Load("original");
        var room = Sys.ActorOf(ChatroomActor.Props(scenario, 1, observer));
        Watch(room);

        room.Tell(new Join("Felix"), CreateTestProbe().Ref);

        await ExpectTerminatedAsync(room, Long);
        Assert.Equal("no disk", (await observer.WhenBroken.WaitAsync(Long)).Message);
    }

    [Fact]
    public async Task A_room_that_breaks_when_it_opens_says_so_too()
    {
        var observer = new ThrowingObserver(typeof(Opened));

        Sys.ActorOf(ChatroomActor.Props(ScenarioFolder.Load("original"), 1, observer));

        Assert.Equal("no disk", (await observer.WhenBroken.WaitAsync(Long)).Message);
    }

    private sealed class ThrowingObserver(Type at) : IRoomObserver
    {
        private readonly TaskCompletionSource<Exception> _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Exception> WhenBroken => _broken.Task;

        public void Happened(RoomEvent happened)
        {
            if (happened.GetType() == at)
            {
                throw new IOException("no disk");
            }
        }

        public void Broke(Exception cause) => _broken.TrySetResult(cause);
    }

    [Fact]
    public async Task Who_comes_over_a_new_connection_with_its_ticket_gets_what_it_missed()
    {
        var room = Room(null, "Felix", "Rateb");
        var first = CreateTestProbe();
        room.Tell(new Join("Felix", Ticket: "secret"), first.Ref);
        await Expect<Joined>(first);
        var rateb = await Join(room, "Rateb");
        await Expect<Suggested>(rateb);
        var second = CreateTestProbe();

        room.Tell(new Join("Felix", LastSeen: 3, "secret"), second.Ref);

        Assert.Equal(new Welcome("Felix", 7, 2), await second.ExpectMsgAsync<Welcome>(Long));
        Assert.Equal(4, Assert.Single((await second.ExpectMsgAsync<Missed>(Long)).Events).N);
        room.Tell(new Answer(1, "back"), second.Ref);
        Assert.Equal("back", (await Expect<Said>(second)).Text);
    }

    [Fact]
    public async Task The_old_connection_of_who_came_back_counts_no_more()
    {
        var room = Room(null, "Felix", "Rateb");
        var first = CreateTestProbe();
        room.Tell(new Join("Felix", Ticket: "secret"), first.Ref);
        await Expect<Joined>(first);
        var rateb = await Join(room, "Rateb");
        var second = CreateTestProbe();
        room.Tell(new Join("Felix", LastSeen: 2, "secret"), second.Ref);
        await second.ExpectMsgAsync<Welcome>(Long);

        room.Tell(new Answer(1, "from the old one"), first.Ref);
        Sys.Stop(first.Ref);
        room.Tell(new Answer(1, "from the new one"), second.Ref);

        Assert.Equal("from the new one", (await Expect<Said>(rateb)).Text);
        Assert.DoesNotContain(_recorder.Events, happened => happened is Left);
    }

    [Fact]
    public async Task Who_was_noted_as_crashed_is_back_and_hears_of_its_own_crash()
    {
        var room = Room(null, "Felix", "Rateb");
        var first = CreateTestProbe();
        room.Tell(new Join("Felix", Ticket: "secret"), first.Ref);
        await Expect<Joined>(first);
        var rateb = await Join(room, "Rateb");
        Sys.Stop(first.Ref);
        await Expect<Left>(rateb);
        var second = CreateTestProbe();

        room.Tell(new Join("Felix", LastSeen: 4, "secret"), second.Ref);

        Assert.Equal(new Welcome("Felix", 7, 6), await second.ExpectMsgAsync<Welcome>(Long));
        var missed = await second.ExpectMsgAsync<Missed>(Long);
        Assert.Collection(missed.Events, left => Assert.IsType<Left>(left), back => Assert.IsType<Returned>(back));
        Assert.Equal("Felix", (await Expect<Returned>(rateb)).Name);
    }

    [Fact]
    public async Task Nobody_comes_back_with_another_ticket()
    {
        var room = Room(null, "Felix", "Rateb");
        room.Tell(new Join("Felix", Ticket: "secret"), CreateTestProbe().Ref);
        await Join(room, "Rateb");
        var stranger = CreateTestProbe();

        room.Tell(new Join("Felix", Ticket: "guessed"), stranger.Ref);

        Assert.Equal(RefusalReason.NameTaken, (await stranger.ExpectMsgAsync<TurnedAway>(Long)).Reason);
    }

    [Fact]
    public async Task Bots_behind_one_relay_cost_one_message_for_all()
    {
        var room = Room(null, "Felix", "Rateb");
        var relay = CreateTestProbe();
        var path = relay.Ref.Path.ToStringWithAddress();
        var (felix, rateb) = (CreateTestProbe(), CreateTestProbe());
        room.Tell(new Join("Felix", Relay: path), felix.Ref);
        await felix.ExpectMsgAsync<Welcome>(Long);
        room.Tell(new Join("Rateb", Relay: path), rateb.Ref);
        await rateb.ExpectMsgAsync<Welcome>(Long);

        room.Tell(new Answer(1, "one"), felix.Ref);
        room.Tell(new Answer(1, "two"), rateb.Ref);

        var heard = new List<int>();
        while (await relay.ExpectMsgAsync<object>(Long) is Happened happened)
        {
            heard.Add(happened.Event.N);
        }
        // The second join, the suggestion, two answers, the end of the round; then it is over.
        Assert.Equal([3, 4, 5, 6, 7], heard);
    }

    [Fact]
    public async Task A_relay_on_another_node_is_not_talked_to()
    {
        var room = Room(null, "Felix", "Rateb");
        var bot = CreateTestProbe();

        room.Tell(new Join("Felix", Relay: "akka.tcp://Bot@127.0.0.1:4711/user/relay"), bot.Ref);
        await bot.ExpectMsgAsync<Welcome>(Long);
        await Join(room, "Rateb");

        await Expect<Suggested>(bot);
    }
}
