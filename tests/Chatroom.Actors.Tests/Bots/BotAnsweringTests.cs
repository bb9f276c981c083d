using Akka.Actor;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>What a bot answers, and how often it says so.</summary>
public sealed class BotAnsweringTests : BotActorTest
{
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
        Assert.IsType<Bye>(await FishForMessageAsync(message => message is Bye or Answer, Limit));
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
    public async Task Two_answers_that_were_not_heard_are_both_said_again()
    {
        var bot = await Welcomed(settings: _settings with { ScriptedActions = ScriptedActions.Answers });
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
    public async Task An_answer_that_is_acknowledged_past_a_slow_relay_is_not_said_again_and_nothing_is_asked_for()
    {
        var bot = await Welcomed(settings: _settings with { Relay = CreateTestProbe().Ref });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await ExpectMsgAsync<Answer>(Limit);

        bot.Tell(new Happened(new Said(9, 0, 1, "Felix", "ok", false)));
        await bot.Ask<ActorIdentity>(new Identify(1), Limit);
        Time.Advance(TimeSpan.FromSeconds(2));
        await bot.Ask<ActorIdentity>(new Identify(2), Limit);

        Assert.False(HasMessages);
    }
}
