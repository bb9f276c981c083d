namespace Chatroom.Actors.Tests;

/// <summary>Minds of replays that run beside the conversation, as programs do.</summary>
public sealed class ReplayMindEndTests
{
    private static readonly Scenario Scenario = ScenarioFolder.Load("two-rounds") with { Seed = 5 };

    [Fact]
    public async Task A_mind_that_ends_badly_after_its_last_answer_is_told()
    {
        var result = await Run(Scenario, name => name == "Felix" ? new Running("ended with exit code 3") : null);

        Assert.Equal(["Felix is asked no more, and its mind ended with exit code 3"], result.Differences);
    }

    [Fact]
    public async Task A_mind_that_was_told_to_have_failed_is_not_told_again()
    {
        var result = await Run(Scenario, name => name == "Felix" ? new Running("ended with exit code 3") { IsLost = true } : null);

        Assert.Equal(1, result.Differences.Count(line => line.Contains("its mind", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_mind_did_wrong_is_told_with_the_answer_that_it_did_not_give()
    {
        var result = await Run(Scenario, name => name == "Felix" ? new Running(null) { IsSilent = true, Complaint = new MindComplaint(2, "wrote nonsense") } : null, new WaitsAreOver());

        Assert.Equal("Felix has no answer in round 1: its mind gave no answer within 30 s of real time; it wrote nonsense", result.Differences[0]);
    }

    [Fact]
    public async Task A_mind_is_disposed_of_once_also_after_a_replay_that_was_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var (whole, cut) = (new Disposable(() => { }), new Disposable(cancelled.Cancel));

        await Replay.RunAsync(Scenario, new Minds { ["Felix"] = () => whole });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Replay.RunAsync(Scenario, new Minds { ["Felix"] = () => cut }, cancelled.Token));

        Assert.Equal((1, 1), (whole.Disposed, cut.Disposed));
    }

    private static Task<ReplayResult> Run(Scenario scenario, Func<string, IMind?> mindOf, TimeProvider? time = null) =>
        Replay.RunAsync(scenario, time ?? TimeProvider.System, CancellationToken.None, mindOf);

    private sealed class Disposable(Action whenAsked) : IMind, IAsyncDisposable
    {
        public int Disposed { get; private set; }

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            whenAsked();
            return Task.FromResult<string?>("Here.");
        }

        public ValueTask DisposeAsync()
        {
            Disposed++;
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>A mind that ends as the test says.</summary>
    private sealed class Running(string? how) : IRunningMind
    {
        public bool IsLost { get; init; }

        public bool IsSilent { get; init; }

        public MindComplaint Complaint { get; init; }

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) =>
            IsLost ? Task.FromException<string?>(new MindEndedException(how!))
            : IsSilent ? new TaskCompletionSource<string?>().Task
            : Task.FromResult<string?>("Here.");

        public Task<string?> EndAsync() => Task.FromResult(how);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
