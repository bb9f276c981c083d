using Akka.TestKit;
using Akka.TestKit.Configs;
using Akka.TestKit.Xunit2;

namespace Chatroom.Actors.Tests;

/// <summary>Every scenario is a test case: the real room and the real bots, in TestKit's virtual time.</summary>
public sealed class ScenariosInTestKitTests() : TestKit(TestConfigs.TestSchedulerConfig)
{
    public static TheoryData<string> Scenarios => new(ScenarioFolder.Names);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Comes_out_as_it_expects(string name)
    {
        var scenario = ScenarioFolder.Load(name);
        var outcome = new TaskCompletionSource<StageOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);

        Sys.ActorOf(LocalStage.Props(scenario, scenario.Seed ?? Replay.DefaultSeed, new TestKitTime((TestScheduler)Sys.Scheduler), outcome));

        Assert.Empty(Replay.Differences(scenario, await outcome.Task.WaitAsync(TimeSpan.FromSeconds(30))));
    }

    private sealed class TestKitTime(TestScheduler scheduler) : IVirtualTime
    {
        public void Advance(TimeSpan span) => scheduler.Advance(span);
    }
}
