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

    [LinuxTheory]
    [InlineData("Felix", 1)]
    [InlineData("Felix", 4)]
    public async Task A_bot_that_was_cut_off_before_it_heard_that_it_is_in_comes_back(string name, int place)
    {
        var usual = ConfigurationFactory.Empty;
        var room = await RoomAsync(new RoomSettings(), usual);
        OnHappened = happened =>
        {
            if (happened is Joined joined && joined.Name == name)
                room.Relay.BlockTheLast();
        };
        var before = Names.Where(other => other != name).Take(place - 1).ToList();
        var others = before.Select(other => Bot(other, room, new Saying("ok"), usual)).ToList();
        await UntilAsync(events => events.OfType<Joined>().Count() == place - 1);
        var ends = Bot(name, room, new Saying("sorry"), usual);
        await UntilAsync(events => events.OfType<Joined>().Any(joined => joined.Name == name));

        // Longer than the room waits for a sign of life.
        await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System);
        OnHappened = null;
        room.Relay.Unblock();
        others.AddRange(Names.Except([name, .. before]).Select(other => Bot(other, room, new Saying("ok"), usual)));

        Assert.Equal(new BotNews.Ended(Leaving.Bye), await ends);
        Assert.All(await Task.WhenAll(others), ending => Assert.Equal(new BotNews.Ended(Leaving.Bye), ending));
        AllHeardTheSame(await room.TranscriptAsync());
    }
}
