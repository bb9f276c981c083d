using Akka.Configuration;
using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests;

/// <summary>A connection that is gone for longer than the room waits for a sign of life.</summary>
public sealed class BrokenConnectionTests : BrokenConnectionTest
{
    [LinuxFact]
    public async Task A_bot_that_was_cut_off_for_long_comes_back_and_catches_up()
    {
        var usual = ConfigurationFactory.Empty;
        var (felix, others) = (new Gate(), new Gate());
        var room = await RoomAsync(new RoomSettings { Rounds = 2 }, usual);
        var felixEnds = Bot("Felix", room, new Saying("sorry", felix), usual);
        await SeenAsync<Joined>();
        var othersEnd = Names.Where(name => name != "Felix").Select(name => Bot(name, room, new Saying("ok", others, round: 2), usual)).ToList();
        await SeenAsync<Suggested>();

        room.Relay.BlockTheFirst();
        await SeenAsync<Left>();
        felix.Open();
        room.Relay.Unblock();
        // What comes after the last round has closed is not noted any more.
        await UntilAsync(events => events.Any(happened => happened is Said { Name: "Felix", Round: 1 }));
        others.Open();

        Assert.Equal(new BotNews.Ended(Leaving.Bye), await felixEnds);
        Assert.All(await Task.WhenAll(othersEnd), ending => Assert.Equal(new BotNews.Ended(Leaving.Bye), ending));
        var transcript = await room.TranscriptAsync();
        AllHeardTheSame(transcript);
        var verdicts = transcript.Events.OfType<RoundClosed>().Select(closed => closed.Verdicts.Single(its => its.Name == "Felix").Verdict);
        Assert.Equal([Verdict.Crashed, Verdict.Answered], verdicts);
        Assert.Contains(transcript.Events, happened => happened is Said { Name: "Felix", Round: 1, Text: "sorry", Late: true });
    }
}
