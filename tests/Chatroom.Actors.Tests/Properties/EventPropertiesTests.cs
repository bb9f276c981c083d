using static Chatroom.Actors.Tests.Simulating;

namespace Chatroom.Actors.Tests;

/// <summary>Each property finds what it is there for: in a good conversation, one thing is made wrong.</summary>
public sealed class EventPropertiesTests
{
    private static readonly ValueList<RoomEvent> Good = SimulationRun.Play(Setup("two-rounds"), seed: 1, faults: []).Events;

    [Fact]
    public void Nothing_is_wrong_with_a_conversation_as_it_was() => Assert.Empty(EventProperties.All.SelectMany(property => property.Problems(Good)));

    [Fact]
    public void A_number_that_is_missing() => Fails<EventsAreNumbered>([.. Good.Where(happened => happened.N != 3)]);

    [Fact]
    public void Something_after_the_end()
    {
        var more = new Left(Good.Count + 1, 0, "Felix", Leaving.Bye);

        Fails<EventsAreNumbered>([.. Good, more], $"out of place: {EventJson.LineOf(Good[^1])}");
    }

    [Fact]
    public void An_answer_that_is_said_twice()
    {
        var said = Good.OfType<Said>().First();

        Fails<AnswersAreSaidOnce>([.. Good.TakeWhile(happened => happened != said), said, said], $"once more: {EventJson.LineOf(said)}");
    }

    [Fact]
    public void An_answer_before_the_suggestion()
    {
        var said = Good.OfType<Said>().Last();

        Fails<AnswersAreSaidOnce>([said, .. Good], $"before the suggestion: {EventJson.LineOf(said)}");
    }

    [Fact]
    public void An_answer_that_is_late_in_an_open_round() => Fails<AnswersAreSaidOnce>(
        [.. Good.Select(happened => happened is Said said ? said with { Late = true } : happened)]);

    [Fact]
    public void A_verdict_that_says_answered_without_an_answer() => Fails<OneVerdictEach>(
        [.. Good.Where(happened => happened is not Said { Name: "Felix", Round: 1 })],
        "round 1: ParticipantVerdict { Name = Felix, Verdict = Answered }, and no answer was said in time");

    [Fact]
    public void A_participant_without_a_verdict() => Fails<OneVerdictEach>(
        [.. Good.Select(happened => happened is RoundClosed closed ? closed with { Verdicts = [.. closed.Verdicts.Skip(1)] } : happened)]);

    [Fact]
    public void A_participant_with_two_verdicts() => Fails<OneVerdictEach>(
        [.. Good.Select(happened => happened is RoundClosed closed ? closed with { Verdicts = [.. closed.Verdicts, closed.Verdicts[0]] } : happened)]);

    [Fact]
    public void A_round_that_closes_twice() =>
        Fails<OneVerdictEach>([.. Good, Good.OfType<RoundClosed>().First()], "round 1 closed 2 times");

    [Fact]
    public void A_name_that_joins_twice()
    {
        var joined = Good.OfType<Joined>().Last();

        Fails<NobodyComesTwice>([.. Good.TakeWhile(happened => happened != joined), joined, joined], $"after {EventJson.LineOf(joined)}: {EventJson.LineOf(joined)}");
    }

    [Fact]
    public void A_name_that_goes_twice()
    {
        var left = Good.OfType<Left>().First();

        Fails<NobodyComesTwice>([.. Good, left], $"after {EventJson.LineOf(left)}: {EventJson.LineOf(left)}");
    }

    [Theory]
    [InlineData(Leaving.Bye)]
    [InlineData(Leaving.Stopped)]
    public void A_name_that_returns_though_it_had_not_crashed(Leaving how)
    {
        var left = new Left(0, 0, "Felix", how);

        Fails<NobodyComesTwice>([.. Good.Where(happened => happened is not Left), left, new Returned(0, 0, "Felix", "bot1:1")]);
    }

    [Fact]
    public void An_answer_of_one_that_has_gone()
    {
        var (left, said) = (new Left(0, 0, "Felix", Leaving.Crashed), Good.OfType<Said>().First(said => said.Name == "Felix"));

        Fails<NobodyComesTwice>([.. Good.Where(happened => happened is not Left), left, said]);
    }

    [Fact]
    public void A_name_may_return_after_a_crash_and_join_again_while_the_room_gathers()
    {
        var (joined, left) = (new Joined(2, 0, "Felix", "bot1:1"), new Left(3, 0, "Felix", Leaving.Crashed));

        Assert.Empty(new NobodyComesTwice().Problems([Good[0], joined, left, joined, .. Good.OfType<Suggested>().Take(1), left, new Returned(4, 0, "Felix", "bot1:1")]));
        Fails<NobodyComesTwice>([Good[0], joined, .. Good.OfType<Suggested>().Take(1), left, joined]);
    }

    private static void Fails<T>(ValueList<RoomEvent> events, string? problem = null) where T : IEventProperty, new()
    {
        var problems = new T().Problems(events).ToList();

        Assert.NotEmpty(problems);
        if (problem is not null)
            Assert.Equal(problem, problems[0]);
        Assert.Contains(EventProperties.All, property => property is T);
    }
}
