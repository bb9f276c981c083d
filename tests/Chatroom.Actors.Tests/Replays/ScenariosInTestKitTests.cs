using Akka.TestKit;
using Akka.TestKit.Configs;
using Akka.TestKit.Xunit2;

namespace Chatroom.Actors.Tests;

/// <summary>Every scenario is a test case: the real room and the real bots, in TestKit's virtual time.</summary>
public sealed class ScenariosInTestKitTests() : TestKit(TestConfigs.TestSchedulerConfig)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static TheoryData<string> Scenarios => new(ScenarioFolder.Names);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Comes_out_as_it_expects(string name)
    {
        var scenario = ScenarioFolder.Load(name);
        var outcome = new TaskCompletionSource<StageOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var time = (TestScheduler)Sys.Scheduler;
        var end = time.Now + Longest;

        // Started by this thread; an ordinary one is by its guardian, while time goes by here.
        ActorOfAsTestActorRef<LocalStage>(LocalStage.Props(scenario, scenario.Seed ?? Replay.DefaultSeed, new AskedMinds(TimeSpan.Zero, _ => null, TimeProvider.System, CancellationToken.None), ReplayRun.Unheard, outcome).WithDispatcher(CallingThreadDispatcher.Id));
        while (!outcome.Task.IsCompleted && time.Now < end)
        {
            time.Advance(Step);
        }

        Assert.Empty(ReplayRun.Differences(scenario, await outcome.Task.WaitAsync(TimeSpan.Zero)));
    }
}
