using System.Threading.Channels;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Configs;
using Akka.TestKit.Xunit2;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>What a bot says to a room; the test actor stands in for the room.</summary>
public sealed class BotActorTests() : TestKit(TestConfigs.TestSchedulerConfig)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly Suggestion Party = new("chill", "party", null, "Party?");

    private readonly Channel<BotNews> _news = Channel.CreateUnbounded<BotNews>();
    private readonly BotSettings _settings = new() { Name = "Felix" };

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    private IActorRef Bot(IMind? mind = null, BotSettings? settings = null) =>
        Sys.ActorOf(BotActor.Props(TestActor, settings ?? _settings, mind ?? new Saying("ok"), news => _news.Writer.TryWrite(news)));

    /// <summary>A bot that is in the room, and has heard of the room's first two events.</summary>
    private async Task<IActorRef> Welcomed(IMind? mind = null, BotSettings? settings = null)
    {
        var bot = Bot(mind, settings);
        await ExpectMsgAsync<Join>(Long);
        bot.Tell(new Welcome("Felix", 7, 2));
        bot.Tell(new Happened(new Opened(1, 0, "chatroom", "test", 7, ["Felix"], 1)));
        bot.Tell(new Happened(new Joined(2, 0, "Felix", "local")));
        return bot;
    }

    private async Task<BotNews> Ending() =>
        await _news.Reader.ReadAllAsync().FirstAsync(news => news is not (BotNews.Welcomed or BotNews.Heard)).AsTask().WaitAsync(Long);

    private ValueTask<T> Fish<T>() where T : class => FishForMessageAsync<T>(_ => true, Long);

    [Fact]
    public async Task It_joins_as_soon_as_it_starts()
    {
        Bot();

        Assert.Equal(new Join("Felix"), await ExpectMsgAsync<Join>(Long));
    }

    [Fact]
    public async Task It_joins_again_until_the_room_answers()
    {
        Bot();
        await ExpectMsgAsync<Join>(Long);

        Time.Advance(Second);
        await ExpectMsgAsync<Join>(Long);
        Time.Advance(Second);
        await ExpectMsgAsync<Join>(Long);
    }

    [Fact]
    public async Task It_gives_up_when_nobody_answers()
    {
        Bot();
        await ExpectMsgAsync<Join>(Long);

        Time.Advance(_settings.PatienceToJoin);

        Assert.IsType<BotNews.NobodyThere>(await Ending());
    }

    [Fact]
    public async Task It_does_not_give_up_while_it_waits_for_its_turn()
    {
        var bot = Bot();
        await ExpectMsgAsync<Join>(Long);
        bot.Tell(new Queued("Felix"));
        // The room's own messages come one after the other: when this one is through, the one before is too.
        await bot.Ask<ActorIdentity>(new Identify(1), Long);

        Time.Advance(_settings.PatienceToJoin * 2);
        bot.Tell(new Welcome("Felix", 7, 2));

        Assert.Equal(new BotNews.Welcomed("Felix", 7), await _news.Reader.ReadAsync().AsTask().WaitAsync(Long));
    }

    [Fact]
    public async Task It_ends_when_it_is_turned_away()
    {
        var bot = Bot();
        Watch(bot);
        bot.Tell(new TurnedAway(RefusalReason.NameTaken, "taken"));

        Assert.Equal(new BotNews.TurnedAway(RefusalReason.NameTaken, "taken"), await Ending());
        await FishForMessageAsync(message => message is Terminated, Long);
    }

    [Fact]
    public async Task It_answers_what_its_mind_says()
    {
        var mind = new Saying("I'm in");
        var bot = await Welcomed(mind);

        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        Assert.Equal(new Answer(1, "I'm in"), await Fish<Answer>());
        Assert.Equal([new Prompt(7, "Felix", 1, Party)], mind.Asked);
    }

    [Fact]
    public async Task It_says_its_answer_again_until_it_hears_it()
    {
        var bot = await Welcomed();
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await Fish<Answer>();

        Time.Advance(Second);
        Assert.Equal(new Answer(1, "ok"), await Fish<Answer>());

        bot.Tell(new Happened(new Said(4, 0, 1, "Felix", "ok", false)));
        bot.Tell(new Over());
        await Fish<Bye>();
        Time.Advance(Second);
        Assert.IsType<Bye>(await FishForMessageAsync(message => message is Bye or Answer, Long));
    }

    [Fact]
    public async Task It_answers_each_round_once_though_it_hears_of_it_twice()
    {
        var mind = new Saying("ok");
        var bot = await Welcomed(mind);

        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        bot.Tell(new Over());

        await Fish<Bye>();
        Assert.Single(mind.Asked);
    }

    [Fact]
    public async Task A_mind_that_fails_is_silence()
    {
        var bot = await Welcomed(new Failing());

        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        bot.Tell(new Over());

        Assert.IsType<Bye>(await FishForMessageAsync(message => message is Bye or Answer, Long));
    }

    [Fact]
    public async Task A_mind_may_take_its_time()
    {
        var reply = new TaskCompletionSource<string?>();
        var bot = await Welcomed(new Waiting(reply.Task));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        reply.SetResult("well...");

        Assert.Equal(new Answer(1, "well..."), await Fish<Answer>());
    }

    [Fact]
    public async Task It_thinks_as_long_as_it_is_told_to()
    {
        var bot = await Welcomed(settings: _settings with { ThinkTime = TimeSpan.FromMilliseconds(500) });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await bot.Ask<ActorIdentity>(new Identify(1), Long);
        await bot.Ask<ActorIdentity>(new Identify(2), Long);

        Time.Advance(TimeSpan.FromMilliseconds(500));

        Assert.Equal(new Answer(1, "ok"), await Fish<Answer>());
    }

    [Fact]
    public async Task Its_mind_says_how_long_it_thinks_unless_the_settings_do()
    {
        var bot = await Welcomed(new Listening { Time = Second });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await bot.Ask<ActorIdentity>(new Identify(1), Long);
        await bot.Ask<ActorIdentity>(new Identify(2), Long);
        Assert.False(HasMessages);

        Time.Advance(Second);
        Assert.Equal(new Answer(1, "Opened, Joined, Suggested"), await Fish<Answer>());

        var hasty = await Welcomed(new Listening { Time = Second }, _settings with { ThinkTime = TimeSpan.Zero });
        hasty.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await Fish<Answer>();
    }

    [Fact]
    public async Task Its_mind_hears_each_event_once_and_a_suggestion_before_it_is_asked()
    {
        var bot = await Welcomed(new Listening());
        bot.Tell(new Happened(new Joined(2, 0, "Felix", "local")));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        Assert.Equal(new Answer(1, "Opened, Joined, Suggested"), await Fish<Answer>());
    }

    [Fact]
    public async Task A_mind_that_fails_to_listen_or_to_say_its_time_answers_all_the_same()
    {
        var bot = await Welcomed(new Listening { Fails = true });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        Assert.Equal(new Answer(1, ""), await Fish<Answer>() with { Text = "" });
    }

    [Fact]
    public async Task A_gap_makes_it_ask_for_what_it_missed()
    {
        var bot = await Welcomed();

        bot.Tell(new Happened(new Said(5, 0, 1, "Rateb", "ok", false)));

        Assert.Equal(new Join("Felix", LastSeen: 2), await Fish<Join>());
    }

    [Fact]
    public async Task It_hears_every_event_once_and_in_order()
    {
        var bot = await Welcomed(new Saying(null));

        bot.Tell(new Happened(new Said(4, 0, 1, "Rateb", "four", false)));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        bot.Tell(new Happened(new Said(4, 0, 1, "Rateb", "four", false)));
        bot.Tell(new Happened(new Left(5, 0, "Felix", Leaving.Stopped)));

        var heard = await _news.Reader.ReadAllAsync().TakeWhile(news => news is not BotNews.Ended).OfType<BotNews.Heard>()
            .Select(news => news.Happened.N).ToListAsync().AsTask().WaitAsync(Long);
        Assert.Equal([1, 2, 3, 4, 5], heard);
    }

    [Fact]
    public async Task It_asks_now_and_then_whether_it_missed_something()
    {
        var bot = await Welcomed();
        await bot.Ask<ActorIdentity>(new Identify(1), Long);

        Time.Advance(_settings.CheckEvery);

        Assert.Equal(new Join("Felix", LastSeen: 2), await FishForMessageAsync<Join>(join => join.LastSeen == 2, Long));
    }

    [Fact]
    public async Task It_says_bye_when_it_is_over_and_ends_when_that_was_heard()
    {
        var bot = await Welcomed();
        Watch(bot);
        bot.Tell(new Over());
        await Fish<Bye>();

        bot.Tell(new Happened(new Left(3, 0, "Felix", Leaving.Bye)));

        Assert.Equal(new BotNews.Ended(Leaving.Bye), await Ending());
        await FishForMessageAsync(message => message is Terminated, Long);
    }

    [Fact]
    public async Task It_says_bye_again_until_that_was_heard()
    {
        var bot = await Welcomed();
        bot.Tell(new Over());
        await Fish<Bye>();

        Time.Advance(Second);

        await Fish<Bye>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_leaves_while_it_waits_for_its_turn_says_bye_and_ends(bool queuedFirst)
    {
        var bot = Bot();
        await ExpectMsgAsync<Join>(Long);
        object[] messages = [new Queued("Felix"), new BotCommand.Leave()];

        foreach (var message in queuedFirst ? messages : messages.Reverse())
        {
            bot.Tell(message);
        }

        Assert.Equal(new BotNews.Ended(null), await Ending());
        await ExpectMsgAsync<Bye>(Long);
    }

    [Fact]
    public async Task Somebody_elses_end_under_its_name_is_not_its_own()
    {
        var bot = Bot();
        await ExpectMsgAsync<Join>(Long);
        bot.Tell(new Welcome("Felix", 7, 4));
        bot.Tell(new Happened(new Opened(1, 0, "chatroom", "test", 7, ["Felix"], 1)));
        bot.Tell(new Happened(new Joined(2, 0, "Felix", "local")));
        bot.Tell(new Happened(new Left(3, 0, "Felix", Leaving.Crashed)));
        bot.Tell(new Happened(new Joined(4, 0, "Felix", "local")));

        bot.Tell(new Over());

        await Fish<Bye>();
    }

    [Fact]
    public async Task A_driven_bot_answers_and_leaves_only_when_told()
    {
        var bot = await Welcomed(settings: _settings with { Driven = Driven.Answers | Driven.Leaves });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        bot.Tell(new Over());
        bot.Tell(new BotCommand.Answer(1, "told to"));

        Assert.Equal(new Answer(1, "told to"), await FishForMessageAsync(message => message is Answer or Bye, Long));

        bot.Tell(new BotCommand.Leave());
        await Fish<Bye>();
    }

    [Fact]
    public async Task A_driven_bot_that_is_told_too_early_answers_when_it_is_asked()
    {
        var bot = await Welcomed(settings: _settings with { Driven = Driven.Answers });
        bot.Tell(new BotCommand.Answer(1, null));

        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        Assert.Equal(new Answer(1, "ok"), await Fish<Answer>());
    }

    [Fact]
    public async Task A_driven_bot_may_answer_a_round_that_it_let_go_by()
    {
        var bot = await Welcomed(settings: _settings with { Driven = Driven.Answers });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        bot.Tell(new Happened(new RoundClosed(4, 0, 1, [])));
        bot.Tell(new Happened(new Suggested(5, 0, 2, Party)));

        bot.Tell(new BotCommand.Answer(1, "sorry"));

        Assert.Equal(new Answer(1, "sorry"), await Fish<Answer>());
    }

    [Fact]
    public async Task A_driven_bot_that_is_told_before_it_hears_of_the_next_round_answers_that_one()
    {
        // Whoever drives it hears of the room by another way, which may be quicker.
        var bot = await Welcomed(settings: _settings with { Driven = Driven.Answers });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        bot.Tell(new BotCommand.Answer(2, "two"));
        bot.Tell(new Happened(new RoundClosed(4, 0, 1, [])));
        bot.Tell(new Happened(new Suggested(5, 0, 2, Party)));

        Assert.Equal(new Answer(2, "two"), await Fish<Answer>());
    }

    [Fact]
    public async Task Two_answers_that_were_not_heard_are_both_said_again()
    {
        var bot = await Welcomed(settings: _settings with { Driven = Driven.Answers });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        bot.Tell(new Happened(new RoundClosed(4, 0, 1, [])));
        bot.Tell(new Happened(new Suggested(5, 0, 2, Party)));
        bot.Tell(new BotCommand.Answer(2, "two"));
        bot.Tell(new BotCommand.Answer(1, "one"));
        await Fish<Answer>();
        Assert.Equal(new Answer(1, "one"), await Fish<Answer>());

        Time.Advance(Second);

        Assert.Equal(new Answer(1, "one"), await Fish<Answer>());
        Assert.Equal(new Answer(2, "two"), await Fish<Answer>());
    }

    [Fact]
    public async Task Who_thinks_for_longer_than_a_round_is_late_and_not_silent()
    {
        var bot = await Welcomed(settings: _settings with { ThinkTime = TimeSpan.FromSeconds(3) });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await bot.Ask<ActorIdentity>(new Identify(1), Long);
        Time.Advance(TimeSpan.FromSeconds(2));
        bot.Tell(new Happened(new RoundClosed(4, 0, 1, [])));
        bot.Tell(new Happened(new Suggested(5, 0, 2, Party)));
        await bot.Ask<ActorIdentity>(new Identify(2), Long);

        Time.Advance(Second);
        Assert.Equal(new Answer(1, "ok"), await Fish<Answer>());
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\a\a")]
    public async Task A_mind_that_says_nothing_but_blanks_is_silent(string text)
    {
        var bot = await Welcomed(new Saying(text));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await bot.Ask<ActorIdentity>(new Identify(1), Long);

        bot.Tell(new Over());

        Assert.IsType<Bye>(await FishForMessageAsync(message => message is Answer or Bye, Long));
    }

    [Fact]
    public async Task A_room_that_dies_in_the_middle_is_lost()
    {
        var room = CreateTestProbe();
        var bot = Bot();
        bot.Tell(new Welcome("Felix", 7, 2), room.Ref);

        Sys.Stop(room.Ref);

        Assert.IsType<BotNews.RoomLost>(await Ending());
    }

    [Fact]
    public async Task A_room_that_ends_after_it_was_over_is_not_lost()
    {
        var room = CreateTestProbe();
        var bot = Bot();
        bot.Tell(new Welcome("Felix", 7, 2), room.Ref);
        bot.Tell(new Over(), room.Ref);
        // It watches the room by now: of an actor that was gone before nobody can tell that it ever lived.
        await bot.Ask<ActorIdentity>(new Identify(1), Long);

        Sys.Stop(room.Ref);

        Assert.Equal(new BotNews.Ended(null), await Ending());
    }

    [Fact]
    public async Task A_room_that_a_node_which_was_started_again_knows_nothing_of_is_lost_even_after_it_was_over()
    {
        var room = CreateTestProbe();
        var bot = Bot();
        bot.Tell(new Welcome("Felix", 7, 2), room.Ref);
        bot.Tell(new Over(), room.Ref);

        bot.Tell(new RelayActor.LastWords(new Terminated(room.Ref, existenceConfirmed: false, addressTerminated: false)));

        Assert.IsType<BotNews.RoomLost>(await Ending());
    }

    [Fact]
    public async Task It_asks_what_it_missed_when_it_has_heard_nothing_for_a_while()
    {
        var bot = await Welcomed();
        await bot.Ask<ActorIdentity>(new Identify(1), Long);
        Time.Advance(TimeSpan.FromSeconds(3));
        bot.Tell(new Happened(new RoundClosed(3, 0, 1, [])));
        await bot.Ask<ActorIdentity>(new Identify(2), Long);

        Time.Advance(TimeSpan.FromSeconds(2));
        await bot.Ask<ActorIdentity>(new Identify(3), Long);
        Assert.False(HasMessages);

        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(3, (await ExpectMsgAsync<Join>(Long)).LastSeen);
    }

    [Fact]
    public async Task An_answer_that_is_acknowledged_past_a_slow_relay_is_not_said_again_and_nothing_is_asked_for()
    {
        var bot = await Welcomed(settings: _settings with { Relay = CreateTestProbe().Ref });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await ExpectMsgAsync<Answer>(Long);

        bot.Tell(new Happened(new Said(9, 0, 1, "Felix", "ok", false)));
        await bot.Ask<ActorIdentity>(new Identify(1), Long);
        Time.Advance(TimeSpan.FromSeconds(2));
        await bot.Ask<ActorIdentity>(new Identify(2), Long);

        Assert.False(HasMessages);
    }

    [Fact]
    public async Task What_a_room_said_last_is_heard_though_the_relay_is_slower_than_the_news_of_its_end()
    {
        var (room, relay) = (CreateTestProbe(), CreateTestProbe());
        var bot = await Welcomed(settings: _settings with { Relay = relay.Ref });
        bot.Tell(new Welcome("Felix", 7, 2), room.Ref);
        bot.Tell(new Over(), room.Ref);

        Sys.Stop(room.Ref);
        var asked = (RelayActor.LastWords)await relay.FishForMessageAsync(message => message is RelayActor.LastWords, Long);
        bot.Tell(new Happened(new Left(3, 0, "Felix", Leaving.Bye)), room.Ref);
        bot.Tell(asked, relay.Ref);

        Assert.Equal(new BotNews.Ended(Leaving.Bye), await _news.Reader.ReadAllAsync().FirstAsync(news => news is BotNews.Ended).AsTask().WaitAsync(Long));
    }

    private sealed class Saying(string? text) : IMind
    {
        public List<Prompt> Asked { get; } = [];

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            Asked.Add(prompt);
            return Task.FromResult(text);
        }
    }

    private sealed class Failing : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => throw new InvalidOperationException("no idea");
    }

    private sealed class Waiting(Task<string?> reply) : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => reply;
    }

    /// <summary>Answers with what it has heard.</summary>
    private sealed class Listening : IMind
    {
        private readonly List<string> _heard = [];

        public TimeSpan Time { get; init; }

        public bool Fails { get; init; }

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(Fails ? "ok" : string.Join(", ", _heard));

        public void Hear(RoomEvent happened)
        {
            if (Fails)
            {
                throw new InvalidOperationException("I don't listen.");
            }
            _heard.Add(happened.GetType().Name);
        }

        public TimeSpan ThinkTime(Prompt prompt) => Fails ? throw new InvalidOperationException("I have no time.") : Time;
    }
}
