using Akka.Actor;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>How a bot asks to be let in, and what it does while it waits for that.</summary>
public sealed class BotJoiningTests : BotActorTest
{
    [Fact]
    public async Task It_joins_as_soon_as_it_starts()
    {
        Bot();

        Assert.Equal(new Join("Felix"), await ExpectMsgAsync<Join>(Limit));
    }

    [Fact]
    public async Task It_joins_again_until_the_room_answers()
    {
        var bot = Bot();
        await ExpectMsgAsync<Join>(Limit);

        Time.Advance(Second);
        await ExpectMsgAsync<Join>(Limit);
        Time.Advance(Second);
        await ExpectMsgAsync<Join>(Limit);

        bot.Tell(new Welcome("Felix", 7, 2));
        await AllIsHeard(bot);
        Time.Advance(2 * Second);
        await AllIsHeard(bot);
        TestActor.Tell("end");
        await ExpectMsgAsync("end", Limit);
    }

    [Fact]
    public async Task It_looks_for_longer_when_its_process_was_stopped_meanwhile()
    {
        var bot = Bot();
        await ExpectMsgAsync<Join>(Limit);
        // A timer that repeats is not made up for.
        Time.Advance(_settings.PatienceToJoin);

        await PassAsync(_settings.PatienceToJoin / 2, bot);
        Assert.False(_news.Reader.TryRead(out _));
        await PassAsync(_settings.PatienceToJoin / 2, bot);

        Assert.IsType<BotNews.NobodyThere>(await Ending());
    }

    [Fact]
    public async Task It_gives_up_when_nobody_answers()
    {
        var bot = Bot();
        await ExpectMsgAsync<Join>(Limit);

        await PassAsync(_settings.PatienceToJoin, bot);

        Assert.IsType<BotNews.NobodyThere>(await Ending());
    }

    [Fact]
    public async Task It_does_not_give_up_while_it_waits_for_its_turn()
    {
        var bot = Bot();
        await ExpectMsgAsync<Join>(Limit);
        bot.Tell(new Queued("Felix"));
        await AllIsHeard(bot);

        Time.Advance(_settings.PatienceToJoin * 2);
        bot.Tell(new Welcome("Felix", 7, 2));

        Assert.Equal(new BotNews.Welcomed("Felix", 7), await _news.Reader.ReadAsync().AsTask().WaitAsync(Limit));
    }

    [Fact]
    public async Task It_ends_when_it_is_turned_away()
    {
        var bot = Bot();
        Watch(bot);
        bot.Tell(new TurnedAway(RefusalReason.NameTaken, "taken"));

        Assert.Equal(new BotNews.TurnedAway(RefusalReason.NameTaken, "taken"), await Ending());
        await FishForMessageAsync(message => message is Terminated, Limit);
    }

    private async Task PassAsync(TimeSpan time, IActorRef bot)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Second)
        {
            Time.Advance(Second);
            await AllIsHeard(bot);
        }
    }
}
