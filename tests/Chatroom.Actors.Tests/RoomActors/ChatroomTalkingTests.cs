using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>Whom the room listens to during a round, and who hears of it.</summary>
public sealed class ChatroomTalkingTests : ChatroomActorTest
{
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
    public async Task Nobody_answers_and_the_round_closes_at_the_reply_timeout()
    {
        var room = Room(new RoomSettings { ReplyTimeout = TimeSpan.FromSeconds(4) }, "Felix");
        var felix = await Join(room, "Felix");
        await Expect<Suggested>(felix);

        Time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal([new ParticipantVerdict("Felix", Verdict.Silent)], (await Expect<RoundClosed>(felix)).Verdicts);
    }

    [Fact]
    public async Task Bots_behind_one_relay_cost_one_message_for_all()
    {
        var room = Room(null, "Felix", "Rateb");
        var relay = CreateTestProbe();
        var path = relay.Ref.Path.ToStringWithAddress();
        var (felix, rateb) = (CreateTestProbe(), CreateTestProbe());
        room.Tell(new Join("Felix", Relay: path), felix.Ref);
        await felix.ExpectMsgAsync<Welcome>(Limit);
        room.Tell(new Join("Rateb", Relay: path), rateb.Ref);
        await rateb.ExpectMsgAsync<Welcome>(Limit);

        room.Tell(new Answer(1, "one"), felix.Ref);
        room.Tell(new Answer(1, "two"), rateb.Ref);

        var heard = new List<int>();
        while (await relay.ExpectMsgAsync<object>(Limit) is Happened happened)
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
        await bot.ExpectMsgAsync<Welcome>(Limit);
        await Join(room, "Rateb");

        await Expect<Suggested>(bot);
    }
}
