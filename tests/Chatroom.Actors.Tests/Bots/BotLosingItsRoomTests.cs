using Akka.Actor;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>What a bot makes of the end of its room; a probe stands in for the room.</summary>
public sealed class BotLosingItsRoomTests : BotActorTest
{
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
        await bot.Ask<ActorIdentity>(new Identify(1), Limit);

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
    public async Task What_a_room_said_last_is_heard_though_the_relay_is_slower_than_the_news_of_its_end()
    {
        var (room, relay) = (CreateTestProbe(), CreateTestProbe());
        var bot = await Welcomed(settings: _settings with { Relay = relay.Ref });
        bot.Tell(new Welcome("Felix", 7, 2), room.Ref);
        bot.Tell(new Over(), room.Ref);

        Sys.Stop(room.Ref);
        var asked = (RelayActor.LastWords)await relay.FishForMessageAsync(message => message is RelayActor.LastWords, Limit);
        bot.Tell(new Happened(new Left(3, 0, "Felix", Leaving.Bye)), room.Ref);
        bot.Tell(asked, relay.Ref);

        Assert.Equal(new BotNews.Ended(Leaving.Bye), await _news.Reader.ReadAllAsync().FirstAsync(news => news is BotNews.Ended).AsTask().WaitAsync(Limit));
    }

    // Its node may have lost track of the bot, and neither side notices.
    [Fact]
    public async Task A_room_that_answers_no_join_any_more_is_lost_though_it_lives()
    {
        var room = CreateTestProbe();
        var bot = await Welcomed();
        bot.Tell(new Welcome("Felix", 7, 2), room.Ref);
        await AllIsHeard(bot);

        for (var check = 0; check < 4; check++)
        {
            Time.Advance(_settings.CheckEvery);
            if (check < 3)
                await AllIsHeard(bot);
        }

        await Lost();
    }

    [Fact]
    public async Task A_room_that_answers_now_and_then_is_not_lost()
    {
        var room = CreateTestProbe();
        var bot = await Welcomed();
        bot.Tell(new Welcome("Felix", 7, 2), room.Ref);
        await AllIsHeard(bot);

        for (var check = 0; check < 12; check++)
        {
            Time.Advance(_settings.CheckEvery);
            if (check % 2 == 0)
                bot.Tell(new Welcome("Felix", 7, 2), room.Ref);
            await AllIsHeard(bot);
        }

        while (_news.Reader.TryRead(out var news))
            Assert.IsNotType<BotNews.RoomLost>(news);
    }

    private async Task Lost() => await _news.Reader.ReadAllAsync().FirstAsync(news => news is BotNews.RoomLost).AsTask().WaitAsync(Limit);

    [Fact]
    public async Task A_bot_that_waits_for_its_turn_and_is_not_answered_any_more_has_lost_its_room()
    {
        var room = CreateTestProbe();
        var bot = Bot();
        bot.Tell(new Queued("Felix"), room.Ref);
        await AllIsHeard(bot);

        for (var second = 0; second < 17; second++)
        {
            Time.Advance(Second);
            if (second < 15)
                await AllIsHeard(bot);
        }

        Assert.IsType<BotNews.RoomLost>(await Ending());
    }
}
