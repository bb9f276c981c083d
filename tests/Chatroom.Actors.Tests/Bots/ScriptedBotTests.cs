using Akka.Actor;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>What a bot does that answers or leaves only when it is told to.</summary>
public sealed class ScriptedBotTests : BotActorTest
{
    [Fact]
    public async Task A_driven_bot_answers_and_leaves_only_when_told()
    {
        var bot = await Welcomed(settings: _settings with { ScriptedActions = ScriptedActions.Answers | ScriptedActions.Leaves });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        bot.Tell(new Over());
        bot.Tell(new BotCommand.Answer(1, "told to"));

        Assert.Equal(new Answer(1, "told to"), await FishForMessageAsync(message => message is Answer or Bye, Limit));

        bot.Tell(new BotCommand.Leave());
        await Fish<Bye>();
    }

    [Fact]
    public async Task A_driven_bot_that_is_told_too_early_answers_when_it_is_asked()
    {
        var bot = await Welcomed(settings: _settings with { ScriptedActions = ScriptedActions.Answers });
        bot.Tell(new BotCommand.Answer(1, null));

        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        Assert.Equal(new Answer(1, "ok"), await Fish<Answer>());
    }

    [Fact]
    public async Task A_driven_bot_may_answer_a_round_that_it_let_go_by()
    {
        var bot = await Welcomed(settings: _settings with { ScriptedActions = ScriptedActions.Answers });
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
        var bot = await Welcomed(settings: _settings with { ScriptedActions = ScriptedActions.Answers });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        bot.Tell(new BotCommand.Answer(2, "two"));
        bot.Tell(new Happened(new RoundClosed(4, 0, 1, [])));
        bot.Tell(new Happened(new Suggested(5, 0, 2, Party)));

        Assert.Equal(new Answer(2, "two"), await Fish<Answer>());
    }
}
