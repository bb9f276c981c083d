using Akka.Actor;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>How a bot hears all that happens, whatever gets lost.</summary>
public sealed class BotHearingTests : BotActorTest
{
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
            .Select(news => news.Happened.N).ToListAsync().AsTask().WaitAsync(Limit);
        Assert.Equal([1, 2, 3, 4, 5], heard);
    }

    [Fact]
    public async Task It_asks_now_and_then_whether_it_missed_something()
    {
        var bot = await Welcomed();
        await bot.Ask<ActorIdentity>(new Identify(1), Limit);

        Time.Advance(_settings.CheckEvery);

        Assert.Equal(new Join("Felix", LastSeen: 2), await FishForMessageAsync<Join>(join => join.LastSeen == 2, Limit));
    }

    [Fact]
    public async Task It_asks_what_it_missed_when_it_has_heard_nothing_for_a_while()
    {
        var bot = await Welcomed();
        await bot.Ask<ActorIdentity>(new Identify(1), Limit);
        Time.Advance(TimeSpan.FromSeconds(3));
        bot.Tell(new Happened(new RoundClosed(3, 0, 1, [])));
        await bot.Ask<ActorIdentity>(new Identify(2), Limit);

        Time.Advance(TimeSpan.FromSeconds(2));
        await bot.Ask<ActorIdentity>(new Identify(3), Limit);
        Assert.False(HasMessages);

        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(3, (await ExpectMsgAsync<Join>(Limit)).LastSeen);
    }
}
