using System.Text;
using ActorSimulation;
using Akka.Event;
using static Chatroom.Actors.Tests.Simulating;

namespace Chatroom.Actors.Tests;

/// <summary>Each property finds what it is there for: in a conversation without faults, one thing is made wrong.</summary>
public sealed class SimulationPropertiesTests
{
    private static readonly IReadOnlyList<ISimulationProperty> All = new SimulationProperties(TimeProvider.System).All;

    private static readonly SimulationOutcome Good = SimulationRun.Play(Setup("two-rounds"), seed: 1, faults: []);

    [Fact]
    public void Nothing_is_wrong_with_a_conversation_as_it_was() => Assert.Null(Simulating.Judge(Good));

    [Fact]
    public void What_must_hold_in_every_conversation_must_hold_in_a_simulated_one()
    {
        var twice = Good with { Events = [.. Good.Events, Good.Events[^1]] };

        Assert.All(EventProperties.All, property => Assert.Equal(
            property.Problems(twice.Events), Assert.Single(All, its => its.Name == property.Name).Problems(twice)));
    }

    [Fact]
    public void A_room_that_failed() =>
        Fails<NoActorFails>(Good with { Failure = new InvalidOperationException("it broke") }, "the room failed: it broke");

    [Fact]
    public void An_error_in_the_log_that_no_connection_explains() => Fails<NoActorFails>(
        Good with { Log = [new LogEntry(Second, "bot1", LogLevel.ErrorLevel, "akka://Bot/user/$a", "it broke", null)] },
        "bot1 logged at 1.000 s: akka://Bot/user/$a: it broke ");

    [Fact]
    public void An_error_of_our_own_within_remoting() => Fails<NoActorFails>(
        Good with { Log = [new LogEntry(Second, "seed", LogLevel.ErrorLevel, "akka://Chatroom/system/endpointManager/x", "it broke", new InvalidOperationException("null"))] });

    [Fact]
    public void What_Akka_Remote_says_of_a_system_that_it_gives_up_is_no_failure() => Assert.Empty(new NoActorFails().Problems(
        Good with { Log = [new LogEntry(Second, "seed", LogLevel.ErrorLevel, "remoting (akka://Chatroom)", "irrecoverably failed", new TimeoutException("Delivery of system messages timed out"))] }));

    [Fact]
    public void A_transcript_that_lacks_its_last_line() =>
        Fails<TranscriptIsWhole>(Good with { Transcript = Good.Transcript[..(Good.Transcript.TrimEnd().LastIndexOf('\n') + 1)] });

    [Fact]
    public void A_transcript_without_an_event_that_the_room_noted() =>
        Fails<TranscriptIsWhole>(Good with { Events = [.. Good.Events, new Closed(Good.Events.Count + 1, 0, CloseReason.Completed)] });

    [Fact]
    public void A_transcript_that_does_not_replay_to_its_digest()
    {
        var good = TranscriptReader.ReadIntact(Encoding.UTF8.GetBytes(Good.Transcript), "transcript");
        var text = new StringWriter();
        var writer = new TranscriptWriter(text, good.Header!);
        // A room that asks the next question while an answer is missing, before the time of the round is over.
        foreach (var (happened, index) in good.Events.Where(happened => happened is not Said { Name: "Felix", Round: 1 }).Select((happened, index) => (happened, index)))
            writer.Write(happened with { N = index + 1 });
        var outcome = Good with { Transcript = text.ToString() };

        var property = Assert.Single(All, property => property is TranscriptReplays);
        Assert.Empty(property.Problems(Good));
        Assert.NotEmpty(property.Problems(outcome));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void An_event_that_a_bot_did_not_hear(int index) => Fails<SameEventsForAll>(WithHeard(heard => heard.RemoveAt(index)));

    [Fact]
    public void An_event_that_a_bot_heard_twice() => Fails<SameEventsForAll>(WithHeard(heard => heard.Insert(3, heard[3])));

    [Fact]
    public void An_event_that_a_bot_heard_otherwise() => Fails<SameEventsForAll>(WithHeard(heard => heard[3] = heard[3] with { T = 1_000_000 }));

    [Fact]
    public void An_answer_that_was_due_long_before_the_round_closed_without_it() => Fails<AnswersAreHeard>(
        WithSilence(due: 5 * Second), "Felix is silent in round 1, which closed at 30.0 s; its answer was due at 5.0 s");

    [Fact]
    public void An_answer_that_was_due_a_moment_ago_or_was_kept_from_the_room_may_be_missing()
    {
        Assert.Empty(new AnswersAreHeard().Problems(WithSilence(due: 15 * Second)));
        Assert.Empty(new AnswersAreHeard().Problems(WithSilence(due: 5 * Second) with { Faults = [new Fault.Block(2 * Second, "Felix", 10 * Second, FaultWay.Both)] }));
    }

    [Fact]
    public void A_name_that_two_processes_had()
    {
        var (one, other) = (new BotLife("Felix"), new BotLife("Felix"));
        var joined = Good.Events.OfType<Joined>().Single(joined => joined.Name == "Felix");
        one.Heard.Add(Good.Events[0]);
        Assert.Empty(new NamesHaveOneHolder().Problems(Good with { Lives = [one, other] }));

        other.Heard.Add(Good.Events[0]);

        Fails<NamesHaveOneHolder>(Good with { Lives = [one, other] }, "2 processes were in the room as Felix, which joined 1 times");
        Assert.Empty(new NamesHaveOneHolder().Problems(Good with { Lives = [one, other], Events = [.. Good.Events, joined] }));
    }

    [Fact]
    public void A_crash_that_the_room_did_not_notice()
    {
        var outcome = Good with
        {
            Events = [new Left(1, 0, "Felix", Leaving.Stopped)],
            Times = [60 * Second],
            Lives = [new BotLife("Felix") { IsKilled = true, EndedAt = 30 * Second }],
            Faults = [new Fault.Kill(30 * Second, "Felix", null, KillEnding.Silent)],
        };

        Fails<CrashesAreNoticed>(outcome);
        Assert.Empty(new CrashesAreNoticed().Problems(outcome with { Times = [40 * Second] }));
        Assert.Empty(new CrashesAreNoticed().Problems(outcome with { Events = [new Left(1, 0, "Felix", Leaving.Crashed)] }));
        Assert.Empty(new CrashesAreNoticed().Problems(outcome with { Faults = [.. outcome.Faults, new Fault.Pause(55 * Second, null, 2 * Second)] }));
    }

    [Fact]
    public void A_round_that_lasts_longer_than_it_may()
    {
        var (limit, suggested, closed) = (Good.Setup.Scenario.Room.ReplyTimeout, Good.Events.OfType<Suggested>().First(), Good.Events.OfType<RoundClosed>().First());
        var outcome = Good with { Events = [suggested, closed, Good.Events.OfType<Suggested>().Last()], Times = [Second, Second + limit + (3 * Second), Good.Time] };

        Fails<TimeLimitsHold>(outcome, $"after {(limit + (3 * Second)).TotalSeconds:F1} s instead of {limit.TotalSeconds:F1} s ended what began at 1.0 s: {EventJson.LineOf(suggested)}");
        Assert.Empty(new TimeLimitsHold().Problems(outcome with { Times = [Second, Second + limit, Good.Time] }));
        Assert.Empty(new TimeLimitsHold().Problems(outcome with { Faults = [new Fault.Pause(2 * Second, null, Second)] }));
    }

    [Fact]
    public void A_round_may_last_for_the_patience_of_bots_that_were_killed_before()
    {
        var outcome = Good with
        {
            Events = [Good.Events.OfType<Suggested>().First(), Good.Events.OfType<RoundClosed>().First()],
            Times = [72 * Second, 117 * Second],
        };

        Fails<TimeLimitsHold>(outcome);
        Assert.Empty(new TimeLimitsHold().Problems(outcome with { Faults = [new Fault.Kill(45 * Second, "Felix", null, KillEnding.Silent)] }));
    }

    [Fact]
    public void A_room_that_takes_longer_to_close_than_it_may()
    {
        var limit = Good.Setup.Scenario.Room.ClosingTimeout;
        var outcome = Good with { Events = [Good.Events.OfType<RoundClosed>().Last(), Good.Events[^1]], Times = [Second, Second + limit + (3 * Second)] };

        Fails<TimeLimitsHold>(outcome);
        Fails<TimeLimitsHold>(outcome with { Times = [60 * Second, (63 * Second) + limit], Faults = [new Fault.Kill(30 * Second, "Felix", null, KillEnding.Silent)] });
        Assert.Empty(new TimeLimitsHold().Problems(outcome with { Times = [Second, Second + limit] }));
    }

    [Fact]
    public void A_bot_that_ended_in_order_and_did_not_hear_so()
    {
        var outcome = WithHeard(heard => heard.RemoveAt(heard.Count - 1));
        outcome.Lives[0].Ending = new BotNews.Ended(Leaving.Bye);
        outcome.Lives[0].EndedAt = 30 * Second;

        Fails<NothingIsMissedAtTheEnd>(outcome);
        Assert.Empty(new NothingIsMissedAtTheEnd().Problems(outcome with { Faults = [new Fault.Cut(25 * Second, "Felix")] }));
    }

    [Fact]
    public void A_bot_that_comes_to_itself_when_the_room_has_closed_may_have_missed_the_end()
    {
        var outcome = WithHeard(heard => heard.RemoveAt(heard.Count - 1)) with { ClosedAt = 40 * Second, Faults = [new Fault.Pause(35 * Second, "Felix", 10 * Second)] };
        outcome.Lives[0].Ending = new BotNews.Ended(Leaving.Bye);
        outcome.Lives[0].EndedAt = 100 * Second;

        Assert.Empty(new NothingIsMissedAtTheEnd().Problems(outcome));
        Fails<NothingIsMissedAtTheEnd>(outcome with { ClosedAt = null });
        Fails<NothingIsMissedAtTheEnd>(outcome with { ClosedAt = 70 * Second });
    }

    [Fact]
    public void A_bot_that_lives_on() => Fails<EverybodyEnds>(
        Good with { HasEnded = false, Lives = [new BotLife("Felix")] }, "Felix lives on; the last event that it heard: none");

    [Fact]
    public void A_room_that_stays_open() =>
        Fails<EverybodyEnds>(Good with { HasEnded = false, Events = [Good.Events[0]] }, $"the room is open after {Good.Time.TotalSeconds:F0} s; its last event: {EventJson.LineOf(Good.Events[0])}");

    [Fact]
    public void A_bot_that_does_not_find_a_room_that_is_there() => Fails<LostBotsAreFoundAgain>(
        Good with { ClosedAt = 100 * Second, Lives = [new BotLife("Felix") { Ending = new BotNews.RoomLost(), EndedAt = 31 * Second }] });

    [Fact]
    public void A_bot_whose_way_was_blocked_until_a_moment_ago_may_lose_its_room()
    {
        var outcome = Good with
        {
            ClosedAt = 100 * Second,
            Faults = [new Fault.Block(Second, "Felix", 20 * Second, FaultWay.Both)],
            Lives = [new BotLife("Felix") { Ending = new BotNews.RoomLost(), EndedAt = 31 * Second }],
        };

        Assert.Empty(new LostBotsAreFoundAgain().Problems(outcome));
    }

    private static SimulationOutcome WithSilence(TimeSpan due)
    {
        var life = new BotLife("Felix") { Ending = new BotNews.Ended(Leaving.Bye), EndedAt = 40 * Second };
        life.Answers[1] = (due, "ok");
        return Good with { Events = [new RoundClosed(1, 0, 1, [new ParticipantVerdict("Felix", Verdict.Silent)])], Times = [30 * Second], Lives = [life] };
    }

    private static SimulationOutcome WithHeard(Action<List<RoomEvent>> change)
    {
        var life = new BotLife("Felix");
        life.Heard.AddRange(Good.Lives.Single(its => its.Name == "Felix").Heard);
        change(life.Heard);
        return Good with { Lives = [life] };
    }

    private static void Fails<T>(SimulationOutcome outcome, string? problem = null) where T : ISimulationProperty, new()
    {
        var problems = new T().Problems(outcome).ToList();

        Assert.NotEmpty(problems);
        if (problem is not null)
            Assert.Equal(problem, problems[0]);
        Assert.Contains(All, property => property is T);
    }
}
