using static Chatroom.Actors.Tests.Simulating;

namespace Chatroom.Actors.Tests;

/// <summary>Minds that are brought into simulated conversations.</summary>
public sealed class SimulationMindTests
{
    [Fact]
    public void A_mind_answers_for_its_bot_and_a_run_with_it_can_be_repeated()
    {
        var setup = With(_ => new Mind((prompt, heard) => $"After {heard.OfType<Said>().Count()}."));

        var (once, again) = (SimulationRun.Play(setup, seed: 4, FaultPlan.Heavy), SimulationRun.Play(setup, seed: 4, FaultPlan.Heavy));

        Assert.Equal("", Failure(once));
        Assert.Contains(once.Events, happened => happened is Said { Name: "Felix" });
        Assert.All(once.Events.OfType<Said>().Where(said => said.Name == "Felix"), said => Assert.StartsWith("After ", said.Text, StringComparison.Ordinal));
        Assert.Equal((once.TraceHash, once.WireHash), (again.TraceHash, again.WireHash));
    }

    [Fact]
    public void A_mind_has_heard_what_was_said_while_it_thought()
    {
        var heardAtFirst = new List<int>();
        var setup = With(_ => new Mind((prompt, heard) =>
        {
            if (prompt.Round == 1)
                heardAtFirst.Add(heard.OfType<Said>().Count());
            return "Here.";
        }));

        for (var seed = 1; seed <= 12; seed++)
            SimulationRun.Play(setup, seed, faults: []);

        Assert.True(heardAtFirst.Distinct().Count() > 1);
    }

    [Fact]
    public void A_mind_that_fails_is_told()
    {
        var setup = With(_ => new Mind((_, _) => throw new InvalidOperationException("no idea")));

        var failure = Judge(SimulationRun.Play(setup, seed: 1, faults: []));

        Assert.Equal(("every mind answers", "Felix has no answer in round 1: its mind failed: no idea"), (failure!.Property, failure.Problems[0]));
    }

    [Fact]
    public async Task A_bot_whose_mind_has_ended_crashes_and_does_so_in_its_script()
    {
        var setup = With(_ => new Mind((prompt, _) => prompt.Round == 2 ? throw new MindEndedException("ended with exit code 3") : "Here."));

        var outcome = SimulationRun.Play(setup, seed: 1, faults: []);
        var replayed = await Replay.RunAsync(PlainScript.Of(outcome, ["Felix"])!, TimeProvider.System, CancellationToken.None, setup.Minds!.MindOf);

        Assert.Contains(outcome.Events, happened => happened is Left { Name: "Felix", How: Leaving.Crashed });
        Assert.Equal(["Felix has no answer in round 2: its mind ended with exit code 3"], Judge(outcome)!.Problems);
        Assert.Equal(["Felix has no answer in round 2: its mind ended with exit code 3"], replayed.Differences);
        Assert.Contains(replayed.Events, happened => happened is Left { Name: "Felix", How: Leaving.Crashed });
    }

    [Fact]
    public async Task The_script_of_a_mind_that_has_ended_goes_well_when_the_mind_is_mended()
    {
        var setup = With(_ => new Mind((prompt, _) => prompt.Round == 2 ? throw new MindEndedException("ended with exit code 3") : "Here."));
        var script = PlainScript.Of(SimulationRun.Play(setup, seed: 1, faults: []), ["Felix"])!;

        var mended = await Replay.RunAsync(script, TimeProvider.System, CancellationToken.None, name => name == "Felix" ? new Mind((_, _) => "Here.") : null);

        Assert.Empty(mended.Differences);
        Assert.Contains(mended.Events, happened => happened is Left { Name: "Felix", How: Leaving.Bye });
    }

    [Fact]
    public void A_mind_that_answers_otherwise_the_second_time_is_told()
    {
        var asked = 0;
        var setup = With(_ => new Mind((_, _) => $"{++asked}."));
        setup = setup with { Minds = setup.Minds!.Compared() };

        Assert.Null(Judge(SimulationRun.Play(setup, seed: 1, faults: [])));
        var again = Judge(SimulationRun.Play(setup, seed: 1, faults: []));

        Assert.Equal(("a mind answers the same to the same", "Felix answers the same otherwise in round 1: once '1.', then '3.'"), (again!.Property, again.Problems[0]));
    }

    [Fact]
    public void What_another_seed_made_of_a_mind_is_forgotten()
    {
        var asked = 0;
        var setup = With(_ => new Mind((_, _) => $"{++asked}."));

        Assert.Null(Judge(SimulationRun.Play(setup with { Minds = setup.Minds!.Compared() }, seed: 1, faults: [])));
        Assert.Null(Judge(SimulationRun.Play(setup with { Minds = setup.Minds!.Compared() }, seed: 1, faults: [])));
    }

    [Fact]
    public void A_mind_that_repeats_its_prompt_can_be_repeated()
    {
        var setup = With(_ => new Mind((prompt, _) => prompt.ToString()));
        setup = setup with { Minds = setup.Minds!.Compared() };

        for (var seed = 1; seed <= 4; seed++)
        {
            var (once, again) = (SimulationRun.Play(setup, seed, FaultPlan.Heavy), SimulationRun.Play(setup, seed, FaultPlan.Heavy));

            Assert.Equal(("", ""), (Failure(once), Failure(again)));
            Assert.Equal((once.TraceHash, once.WireHash), (again.TraceHash, again.WireHash));
        }
    }

    [Fact]
    public void A_mind_is_told_whom_its_bot_plays_and_how_long_the_room_waits_less_when_it_is_asked_late()
    {
        var prompts = new List<Prompt>();
        var setup = With(_ => new Mind((prompt, _) =>
        {
            prompts.Add(prompt);
            return "Here.";
        }));

        for (var seed = 1; seed <= 12; seed++)
            SimulationRun.Play(setup, seed, faults: []);

        var timeout = setup.Scenario.Room.ReplyTimeout;
        Assert.All(prompts, prompt => Assert.Equal(new PromptPersona("Felix", "work", "the nerd"), prompt.Persona));
        Assert.All(prompts, prompt => Assert.InRange(prompt.Deadline!.Value, TimeSpan.Zero, timeout));
        Assert.Contains(prompts, prompt => prompt.Deadline == timeout);
        Assert.Contains(prompts, prompt => prompt.Deadline < timeout - Second);
    }

    [Fact]
    public void A_mind_that_ends_badly_after_its_last_answer_is_told()
    {
        var failure = Judge(SimulationRun.Play(With(_ => new Mind((_, _) => "Here.") { Ending = "ended with exit code 3" }), seed: 1, faults: []));

        Assert.Equal(("every mind answers", "Felix is asked no more, and its mind ended with exit code 3"), (failure!.Property, Assert.Single(failure.Problems)));
    }

    [Fact]
    public void What_minds_did_wrong_is_counted()
    {
        var setup = With(_ => new Mind((_, _) => "Here.") { Complaint = new MindComplaint(2, "wrote nonsense") });

        var outcome = SimulationRun.Play(setup, seed: 1, faults: [new Fault.Kill(Second, "Felix", Second, KillEnding.Closed)]);

        Assert.Equal(
            new MindComplaint(4, "Felix: its mind wrote nonsense"),
            outcome.Lives.Aggregate(default(MindComplaint), (sum, life) => sum + life.MindComplaint));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u0000")]
    public void A_blank_answer_is_silence(string blank)
    {
        var outcome = SimulationRun.Play(With(_ => new Mind((_, _) => blank)), seed: 1, faults: []);

        Assert.Equal("", Failure(outcome));
        Assert.All(outcome.Events.OfType<RoundClosed>(), closed => Assert.Contains(new ParticipantVerdict("Felix", Verdict.Silent), closed.Verdicts));
    }

    [Fact]
    public void A_mind_is_ended_after_its_run()
    {
        var minds = new List<Mind>();
        var setup = With(_ =>
        {
            minds.Add(new Mind((_, _) => "Here."));
            return minds[^1];
        });

        SimulationRun.Play(setup, seed: 1, faults: [new Fault.Kill(Second, "Felix", Second, KillEnding.Closed)]);

        Assert.Equal(2, minds.Count);
        Assert.All(minds, mind => Assert.Equal((true, false), (mind.IsEnded, mind.IsDisposed)));
    }

    [Fact]
    public void How_a_mind_ends_is_not_asked_when_the_run_is_interrupted()
    {
        using var interrupted = new CancellationTokenSource();
        var mind = new Mind((_, _) => "Here.") { Ending = "ended with exit code 130" };
        var setup = With(_ => mind) with { Minds = new SimulationMinds(name => name == "Felix" ? mind : null, TimeProvider.System, interrupted.Token) };
        interrupted.Cancel();

        Assert.Empty(SimulationRun.Play(setup, seed: 1, faults: []).Lives.SelectMany(life => life.MindFailures));

        Assert.Equal((false, true), (mind.IsEnded, mind.IsDisposed));
    }

    private static SimulationSetup With(Func<string, IMind> felix) =>
        Setup("two-rounds") with { Minds = new SimulationMinds(name => name == "Felix" ? felix(name) : null, TimeProvider.System, CancellationToken.None) };

    private sealed class Mind(Func<Prompt, IReadOnlyList<RoomEvent>, string> reply) : IRunningMind
    {
        private readonly List<RoomEvent> _heard = [];

        public string? Ending { get; init; }

        public MindComplaint Complaint { get; init; }

        public bool IsEnded { get; private set; }

        public bool IsDisposed { get; private set; }

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => Task.FromResult<string?>(reply(prompt, _heard));

        public void Hear(RoomEvent happened) => _heard.Add(happened);

        public Task<string?> EndAsync()
        {
            IsEnded = true;
            return Task.FromResult(Ending);
        }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
