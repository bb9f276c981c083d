using Akka.Actor;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

public sealed class MessageTextTests
{
    private static readonly RoomEvent Crash = new Left(9, 1550, "Felix", Leaving.Crashed);

    [Fact]
    public void A_join_tells_the_name_that_it_asks_for_and_what_the_bot_has_seen()
    {
        Assert.Equal("Join Felix", MessageText.Of(new Join("Felix")));
        Assert.Equal("Join, any name", MessageText.Of(new Join(null)));
        Assert.Equal("Join Felix, has seen #9", MessageText.Of(new Join("Felix", 9)));
    }

    [Fact]
    public void A_ticket_is_a_secret() =>
        Assert.DoesNotContain("0123", MessageText.Of(new Join("Felix", 0, "0123456789ABCDEF", "/user/relay", TimeSpan.FromSeconds(5))), StringComparison.Ordinal);

    [Fact]
    public void What_a_room_answers_tells_what_matters_to_the_bot()
    {
        Assert.Equal("Welcome Felix, in since #3", MessageText.Of(new Welcome("Felix", 7, 3)));
        Assert.Equal("Queued Felix", MessageText.Of(new Queued("Felix")));
        Assert.Equal("Queued", MessageText.Of(new Queued(null)));
        Assert.Equal("TurnedAway name-taken \"Bot Felix is taken.\"", MessageText.Of(new TurnedAway(RefusalReason.NameTaken, "Bot Felix is taken.")));
        Assert.Equal("Missed #9", MessageText.Of(new Missed([Crash])));
        Assert.Equal("Missed #1 to #12", MessageText.Of(new Missed([.. Sample.Events])));
    }

    [Fact]
    public void An_event_comes_with_its_number() => Assert.Equal(
        [
            "Happened Opened test #1",
            "Happened Joined Marija #2",
            "Happened Refused Marija, name-taken #3",
            "Happened Refused a bot without a name, room-full #4",
            "Happened Joined Felix #5",
            "Happened Suggested \"Let's party guys!!\" #6",
            "Happened Said Felix \"\"quoted\", {braced}, hash\":\"x...\" #7",
            "Happened RoundClosed 1 #8",
            "Happened Said Marija \"I can't join!\", late #9",
            "Happened Left Felix, bye #10",
            "Happened Left Marija, crashed #11",
            "Happened Closed, completed #12",
            "Happened Returned Felix #13",
        ],
        Sample.OneOfEach.Select(happened => MessageText.Of(new Happened(happened))));

    [Fact]
    public void A_message_that_carries_nothing_is_its_name()
    {
        Assert.Equal("Bye", MessageText.Of(new Bye()));
        Assert.Equal("Over", MessageText.Of(new Over()));
        Assert.Equal("Gone", MessageText.Of(new Gone()));
        Assert.Equal("Leave", MessageText.Of(new BotCommand.Leave()));
        Assert.Equal("Stop", MessageText.Of(ChatroomActor.Stop.Instance));
    }

    [Fact]
    public void A_death_tells_whether_only_the_way_to_the_actor_broke()
    {
        Assert.Equal("Terminated", MessageText.Of(new Terminated(ActorRefs.Nobody, existenceConfirmed: true, addressTerminated: false)));
        Assert.Equal("Terminated, node unreachable", MessageText.Of(new Terminated(ActorRefs.Nobody, existenceConfirmed: true, addressTerminated: true)));
        Assert.Equal("Terminated, node unreachable", MessageText.Of(new Terminated(ActorRefs.Nobody, existenceConfirmed: false, addressTerminated: false)));
    }

    [Fact]
    public void What_a_script_or_the_node_tells_an_actor_looks_like_what_bots_say()
    {
        Assert.Equal("Answer 2 \"Why not.\"", MessageText.Of(new BotCommand.Answer(2, "Why not.")));
        Assert.Equal("Answer 2", MessageText.Of(new BotCommand.Answer(2, null)));
        Assert.Equal("ProcessEnded Felix", MessageText.Of(new ChatroomActor.ProcessEnded("Felix")));
    }

    [Fact]
    public void A_timer_of_a_room_tells_what_it_sets_off_and_how_long_it_ran()
    {
        Assert.Equal("Due AwayTimeout after 5 s", MessageText.Of(new EffectExecutor.Due("away", new ConversationInput.AwayTimeout("Felix"), TimeSpan.FromSeconds(5), 0)));
        Assert.Equal("Due TimeUp after 1.5 s", MessageText.Of(
            new EffectExecutor.Due("stop", new ConversationInput.TimeLimit(new RoomCommand.TimeUp()), TimeSpan.FromSeconds(1.5), 0)));
    }

    [Fact]
    public void A_long_text_is_cut_and_never_in_the_middle_of_a_character()
    {
        Assert.Equal($"Answer 1 \"{new string('a', 28)}...\"", MessageText.Of(new Answer(1, new string('a', 4096))));
        Assert.Equal($"Answer 1 \"{new string('a', 27)}...\"", MessageText.Of(new Answer(1, new string('a', 27) + "🎉 and more")));
    }

    [Fact]
    public void Any_other_message_is_cut_too() => Assert.Equal(new string('x', 120) + "...", MessageText.Of(new string('x', 4096)));
}
