namespace Chatroom.Actors.Tests;

/// <summary>Replays in which some bots think with minds of their own.</summary>
public sealed class ReplayMindTests
{
    private static readonly Scenario Scenario = ScenarioFolder.Load("two-rounds") with { Seed = 5 };

    [Fact]
    public async Task A_mind_answers_for_its_bot_and_personas_for_the_others()
    {
        var result = await Run(Scenario, name => name == "Felix" ? new Mind(_ => Task.FromResult<string?>("Here.")) : null);

        Assert.Empty(result.Differences);
        var said = result.Events.OfType<Said>().ToList();
        Assert.Equal(["Here.", "Here."], said.Where(said => said.Name == "Felix").Select(said => said.Text));
        Assert.Equal(8, said.Count);
    }

    [Fact]
    public async Task A_mind_hears_everything_in_order_before_it_is_asked_about_it()
    {
        var mind = new Mind(_ => Task.FromResult<string?>("Here."));

        var result = await Run(Scenario, name => name == "Felix" ? mind : null);

        Assert.Equal(result.Events.Take(mind.Heard.Count).Select(happened => happened.N), mind.Heard.Select(happened => happened.N));
        Assert.Equal([1, 2], mind.Asked.Select(asked => asked.Prompt.Round));
        Assert.All(mind.Asked, asked => Assert.Contains(mind.Heard.Take(asked.HeardBefore), happened => happened is Suggested suggested && suggested.Round == asked.Prompt.Round));
    }

    [Fact]
    public async Task Virtual_time_stands_still_while_a_mind_thinks()
    {
        var quick = await Run(Scenario, _ => new Mind(_ => Task.FromResult<string?>("Here.")));
        var slow = await Run(Scenario, _ => new Mind(async _ =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            return "Here.";
        }));

        Assert.Equal(quick.Events, slow.Events);
    }

    [Fact]
    public async Task The_answer_of_a_mind_comes_after_its_think_time()
    {
        var result = await Run(Scenario, name => name == "Felix" ? new Mind(_ => Task.FromResult<string?>("Here.")) { Thinks = TimeSpan.FromSeconds(3) } : null);

        Assert.Equal(3000, Assert.Single(result.Events.OfType<RoundClosed>(), closed => closed.Round == 1).T);
    }

    [Fact]
    public async Task A_mind_that_fails_is_silent_and_is_told()
    {
        var result = await Run(Scenario, name => name == "Felix" ? new Mind(prompt => prompt.Round == 1 ? throw new InvalidOperationException("no idea") : Task.FromResult<string?>("Here.")) : null);

        Assert.Equal("Felix has no answer in round 1: its mind failed: no idea", result.Differences[0]);
        Assert.Equal(2, Assert.Single(result.Events.OfType<Said>(), said => said.Name == "Felix").Round);
    }

    [Fact]
    public async Task A_bot_whose_mind_has_ended_crashes()
    {
        var result = await Run(Scenario, name => name == "Felix" ? new Mind(_ => Task.FromException<string?>(new MindEndedException("ended with exit code 3"))) : null);

        Assert.Equal("Felix has no answer in round 1: its mind ended with exit code 3", result.Differences[0]);
        Assert.Contains(result.Events, happened => happened is Left { Name: "Felix", How: Leaving.Crashed });
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(30, 30)]
    public async Task A_mind_that_gives_no_answer_in_the_time_of_a_round_or_at_least_10_s_is_silent_and_is_told(int replyTimeout, int limit)
    {
        var scenario = Scenario with { Room = Scenario.Room with { Rounds = 1, ReplyTimeout = TimeSpan.FromSeconds(replyTimeout) } };
        var time = new WaitsAreOver();

        var result = await Run(scenario, name => name == "Felix" ? new Mind(_ => new TaskCompletionSource<string?>().Task) : null, time);

        Assert.Equal([TimeSpan.FromSeconds(limit)], time.Waits);
        Assert.Equal($"Felix has no answer in round 1: its mind gave no answer within {limit} s of real time", result.Differences[0]);
        Assert.Contains(new ParticipantVerdict("Felix", Verdict.Silent), Assert.Single(result.Events.OfType<RoundClosed>()).Verdicts);
    }

    [Fact]
    public async Task A_bot_that_joins_again_gets_another_mind()
    {
        var made = new List<string>();
        var scenario = Scenario with { Script = [new ScriptStep.Join("Felix"), new ScriptStep.Crash("Felix"), new ScriptStep.Join("Felix")] };

        await Run(scenario, name =>
        {
            made.Add(name);
            return null;
        });

        Assert.Equal(2, made.Count(name => name == "Felix"));
    }

    [Fact]
    public async Task In_a_replay_of_a_transcript_a_mind_is_asked_where_its_bot_answered()
    {
        var recorded = RecordedReplayTests.Record(Scenario, (await Run(Scenario, _ => null)).Events);

        var result = await Replay.RunAsync(
            recorded, TimeProvider.System, CancellationToken.None, name => name == "Felix" ? new Mind(_ => Task.FromResult<string?>("Here.")) : null, ["Felix"]);

        var (was, now) = (recorded.Events.OfType<Said>().ToList(), result.Value!.Events.OfType<Said>().ToList());
        Assert.Equal(was.Select(said => said.Name == "Felix" ? "Here." : said.Text), now.Select(said => said.Text));
        Assert.Contains(result.Value.Differences, line => line.Contains("Felix: Here.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task A_mind_that_says_nothing_keeps_nobody_from_saying_what_was_recorded(string? answer)
    {
        var recorded = RecordedReplayTests.Record(Scenario, (await Run(Scenario, _ => null)).Events);

        var result = await Replay.RunAsync(
            recorded, TimeProvider.System, CancellationToken.None, name => name == "Rateb" ? new Mind(_ => Task.FromResult(answer)) : null, ["Rateb"]);

        Assert.Equal(
            recorded.Events.OfType<Said>().Where(said => said.Name != "Rateb").Select(said => (said.Round, said.Name, said.Text)),
            result.Value!.Events.OfType<Said>().Select(said => (said.Round, said.Name, said.Text)));
        Assert.Equal(2, result.Value.Events.OfType<RoundClosed>().Count());
    }

    [Fact]
    public async Task A_mind_that_gave_no_answer_is_not_asked_again()
    {
        var asked = 0;

        await Run(Scenario, name => name != "Felix" ? null : new Mind(_ =>
        {
            asked++;
            return new TaskCompletionSource<string?>().Task;
        }), new WaitsAreOver());

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_replay_that_is_cancelled_waits_for_no_mind()
    {
        using var cancelled = new CancellationTokenSource();

        var replay = Replay.RunAsync(Scenario, TimeProvider.System, cancelled.Token, _ => new Mind(_ =>
        {
            cancelled.Cancel();
            return new TaskCompletionSource<string?>().Task;
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replay.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private static Task<ReplayResult> Run(Scenario scenario, Func<string, IMind?> mindOf, TimeProvider? time = null) =>
        Replay.RunAsync(scenario, time ?? TimeProvider.System, CancellationToken.None, mindOf);

    private sealed class Mind(Func<Prompt, Task<string?>> reply) : IMind
    {
        public List<RoomEvent> Heard { get; } = [];

        public List<(Prompt Prompt, int HeardBefore)> Asked { get; } = [];

        public TimeSpan Thinks { get; init; }

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            Asked.Add((prompt, Heard.Count));
            return reply(prompt);
        }

        public void Hear(RoomEvent happened) => Heard.Add(happened);

        public TimeSpan ThinkTime(Prompt prompt) => Thinks;
    }
}
