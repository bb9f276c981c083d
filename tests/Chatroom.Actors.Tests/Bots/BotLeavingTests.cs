using Akka.Actor;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>How a bot takes its leave.</summary>
public sealed class BotLeavingTests : BotActorTest
{
    [Fact]
    public async Task It_says_bye_when_it_is_over_and_ends_when_that_was_heard()
    {
        var bot = await Welcomed();
        Watch(bot);
        bot.Tell(new Over());
        await Fish<Bye>();

        bot.Tell(new Happened(new Left(3, 0, "Felix", Leaving.Bye)));

        Assert.Equal(new BotNews.Ended(Leaving.Bye), await Ending());
        await FishForMessageAsync(message => message is Terminated, Limit);
    }

    [Fact]
    public async Task It_says_bye_again_until_that_was_heard()
    {
        var bot = await Welcomed();
        bot.Tell(new Over());
        await Fish<Bye>();

        Time.Advance(Second);
        await Fish<Bye>();

        bot.Tell(new Happened(new Left(3, 0, "Felix", Leaving.Bye)));
        await Ending();
        Time.Advance(2 * Second);
        TestActor.Tell("end");
        await ExpectMsgAsync("end", Limit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_leaves_while_it_waits_for_its_turn_says_bye_and_ends(bool queuedFirst)
    {
        var bot = Bot();
        await ExpectMsgAsync<Join>(Limit);
        object[] messages = [new Queued("Felix"), new BotCommand.Leave()];

        foreach (var message in queuedFirst ? messages : messages.Reverse())
        {
            bot.Tell(message);
        }

        Assert.Equal(new BotNews.Ended(null), await Ending());
        await ExpectMsgAsync<Bye>(Limit);
    }

    [Theory]
    [InlineData(Leaving.Stopped)]
    [InlineData(Leaving.Crashed)]
    public async Task Whom_the_room_let_go_ends_for_it_has_no_ticket_to_come_back_with(Leaving how)
    {
        var bot = await Welcomed();

        bot.Tell(new Happened(new Left(3, 0, "Felix", how)));

        Assert.Equal(new BotNews.Ended(how), await Ending());
    }

    [Fact]
    public async Task Somebody_elses_end_under_its_name_is_not_its_own()
    {
        var bot = Bot();
        await ExpectMsgAsync<Join>(Limit);
        bot.Tell(new Welcome("Felix", 7, 4));
        bot.Tell(new Happened(new Opened(1, 0, "chatroom", "test", 7, ["Felix"], 1)));
        bot.Tell(new Happened(new Joined(2, 0, "Felix", "local")));
        bot.Tell(new Happened(new Left(3, 0, "Felix", Leaving.Crashed)));
        bot.Tell(new Happened(new Joined(4, 0, "Felix", "local")));

        bot.Tell(new Over());

        await Fish<Bye>();
    }

    [Fact]
    public async Task A_bot_that_crashes_says_that_it_is_gone_before_it_is()
    {
        var bot = await Welcomed();
        Watch(bot);

        bot.Tell(new BotCommand.Crash());

        await Fish<Gone>();
        await FishForMessageAsync(message => message is Terminated, Limit);
    }
}
