using System.Threading.Channels;
using Akka.Actor;
using Akka.TestKit.Configs;
using Akka.TestKit.Xunit2;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>A bot that goes on in another actor with what the first one remembered; the test actor stands in for the room.</summary>
public sealed class ComingBackTests() : TestKit(TestConfigs.TestSchedulerConfig)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly Suggestion Party = new("chill", "party", null, "Party?");

    private readonly Channel<BotNews> _news = Channel.CreateUnbounded<BotNews>();
    private readonly BotMemory _memory = new();

    private async Task<IActorRef> Start(IMind mind)
    {
        var settings = new BotSettings { Name = "Felix", Ticket = "secret" };
        var bot = Sys.ActorOf(BotActor.Props(TestActor, settings, mind, news => _news.Writer.TryWrite(news), _memory));
        await Fish<Join>();
        return bot;
    }

    private async Task<IActorRef> Welcomed(IMind mind)
    {
        var bot = await Start(mind);
        bot.Tell(new Welcome("Felix", 7, 2));
        bot.Tell(new Happened(new Opened(1, 0, "chatroom", "test", 7, ["Felix"], 1)));
        bot.Tell(new Happened(new Joined(2, 0, "Felix", "local")));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        return bot;
    }

    /// <summary>Ends the first one as a broken connection does, once it has done what it was told.</summary>
    private async Task Lose(IActorRef bot)
    {
        await bot.Ask<ActorIdentity>(new Identify(1), Limit);
        Watch(bot);
        Sys.Stop(bot);
        await FishForMessageAsync<Terminated>(_ => true, Limit);
    }

    private ValueTask<T> Fish<T>() where T : class => FishForMessageAsync<T>(_ => true, Limit);

    private async Task<T> News<T>() where T : BotNews =>
        (T)await _news.Reader.ReadAllAsync().FirstAsync(news => news is T).AsTask().WaitAsync(Limit);

    [Fact]
    public async Task It_joins_by_its_name_with_its_ticket_and_the_last_number_it_saw()
    {
        await Lose(await Welcomed(new Saying("ok")));

        Sys.ActorOf(BotActor.Props(TestActor, new BotSettings { Ticket = "secret" }, new Saying("ok"), _ => { }, _memory));

        Assert.Equal(new Join("Felix", LastSeen: 3, "secret"), await Fish<Join>());
    }

    [Fact]
    public async Task It_says_again_what_was_not_heard()
    {
        var first = await Welcomed(new Saying("ok"));
        await Fish<Answer>();
        await Lose(first);

        var second = await Start(new Saying("something else"));
        second.Tell(new Welcome("Felix", 7, 2));

        Assert.Equal(new Answer(1, "ok"), await Fish<Answer>());
    }

    [Fact]
    public async Task It_thinks_anew_about_what_it_had_not_answered()
    {
        await Lose(await Welcomed(new Pondering()));

        var second = await Start(new Saying("at last"));
        second.Tell(new Welcome("Felix", 7, 2));

        Assert.Equal(new Answer(1, "at last"), await Fish<Answer>());
    }

    [Fact]
    public async Task It_hears_what_it_missed_and_nothing_twice()
    {
        await Lose(await Welcomed(new Saying("ok")));
        var second = await Start(new Saying("ok"));

        second.Tell(new Welcome("Felix", 7, 5));
        second.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        second.Tell(new Happened(new Left(4, 0, "Felix", Leaving.Crashed)));
        second.Tell(new Happened(new Returned(5, 0, "Felix", "local")));
        second.Tell(new Happened(new Said(6, 0, 1, "Felix", "ok", Late: false)));

        await News<BotNews.Returned>();
        Assert.Equal([4, 5, 6], new[] { await News<BotNews.Heard>(), await News<BotNews.Heard>(), await News<BotNews.Heard>() }.Select(heard => heard.Happened.N));
    }

    [Fact]
    public async Task It_says_bye_again_when_it_was_about_to_go()
    {
        var first = await Welcomed(new Saying(null));
        first.Tell(new Over());
        await Fish<Bye>();
        await Lose(first);

        var second = await Start(new Saying(null));
        second.Tell(new Welcome("Felix", 7, 2));

        await Fish<Bye>();
    }

    [Fact]
    public async Task It_says_again_to_another_actor_that_is_the_room_now_what_the_first_one_did_not_hear()
    {
        var bot = await Welcomed(new Saying("ok"));
        await Fish<Answer>();
        var resumed = CreateTestProbe();

        bot.Tell(new Welcome("Felix", 7, 2), resumed.Ref);

        Assert.Equal(new Answer(1, "ok"), await resumed.FishForMessageAsync<Answer>(_ => true, Limit));
    }

    [Fact]
    public async Task Another_actor_that_is_the_room_now_and_does_not_know_it_ends_it()
    {
        var bot = await Welcomed(new Saying("ok"));

        bot.Tell(new TurnedAway(RefusalReason.OtherRoom, "another one"), CreateTestProbe().Ref);

        Assert.Equal(new BotNews.TurnedAway(RefusalReason.OtherRoom, "another one"), await News<BotNews.TurnedAway>());
    }

    [Fact]
    public async Task It_has_lost_its_room_when_it_hears_that_it_crashed()
    {
        var bot = await Welcomed(new Saying("ok"));

        bot.Tell(new Happened(new Left(4, 0, "Felix", Leaving.Crashed)));

        await News<BotNews.RoomLost>();
    }

    [Fact]
    public async Task A_room_that_does_not_know_it_ends_it()
    {
        await Lose(await Welcomed(new Saying("ok")));
        var second = await Start(new Saying("ok"));

        second.Tell(new TurnedAway(RefusalReason.OtherRoom, "another one"));

        Assert.Equal(new BotNews.TurnedAway(RefusalReason.OtherRoom, "another one"), await News<BotNews.TurnedAway>());
    }

    private sealed class Saying(string? text) : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromResult(text);
    }

    private sealed class Pondering : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) =>
            new TaskCompletionSource<string?>().Task.WaitAsync(cancellationToken);
    }
}
