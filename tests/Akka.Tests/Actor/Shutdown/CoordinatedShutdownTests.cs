using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Tests.Support;

namespace Akka.Tests.Actor.Shutdown;

public class CoordinatedShutdownTests() : ActorSystemTests(Phases)
{
    private const string Phases = """
        akka.loglevel = ERROR
        akka.coordinated-shutdown {
          run-by-clr-shutdown-hook = off
          phases {
            service-unbind.timeout = 100ms
            strict { recover = off, timeout = 100ms }
            before-actor-system-terminate.depends-on = [cluster-shutdown, strict]
            service-stop.depends-on = [service-requests-done, own]
            own.depends-on = [service-requests-done]
          }
        }
        """;

    private readonly ConcurrentQueue<string> _ran = new();

    private CoordinatedShutdown Sut => CoordinatedShutdown.Get(Sys);

    private void Add(string phase, string name) => Sut.AddTask(phase, name, () =>
    {
        _ran.Enqueue(name);
        return Task.FromResult(Done.Instance);
    });

    [Fact]
    public async Task Phases_run_one_after_the_other()
    {
        Add(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "5");
        Add(CoordinatedShutdown.PhaseServiceStop, "4");
        Add("own", "3");
        Add(CoordinatedShutdown.PhaseServiceRequestsDone, "2");
        Add(CoordinatedShutdown.PhaseBeforeServiceUnbind, "1");
        await Sut.Run(CoordinatedShutdown.UnknownReason.Instance);
        Assert.Equal(["1", "2", "3", "4", "5"], _ran);
    }

    [Fact]
    public async Task Tasks_of_a_phase_run_side_by_side()
    {
        var first = new TaskCompletionSource<Done>(TaskCreationOptions.RunContinuationsAsynchronously);
        Sut.AddTask(CoordinatedShutdown.PhaseServiceStop, "waits", () => first.Task);
        Sut.AddTask(CoordinatedShutdown.PhaseServiceStop, "frees", () =>
        {
            first.SetResult(Done.Instance);
            return Task.FromResult(Done.Instance);
        });
        await Sut.Run(CoordinatedShutdown.UnknownReason.Instance);
        Assert.True(first.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_later_phase_waits_for_an_earlier_one()
    {
        var gate = new TaskCompletionSource<Done>(TaskCreationOptions.RunContinuationsAsynchronously);
        Sut.AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "gate", () => gate.Task);
        Add(CoordinatedShutdown.PhaseServiceStop, "later");
        var run = Sut.Run(CoordinatedShutdown.UnknownReason.Instance);
        Assert.Empty(_ran);
        gate.SetResult(Done.Instance);
        await run;
        Assert.Equal(["later"], _ran);
    }

    [Fact]
    public async Task Shutdown_runs_once_and_keeps_its_first_reason()
    {
        Add(CoordinatedShutdown.PhaseServiceStop, "once");
        Assert.Null(Sut.ShutdownReason);
        var first = Sut.Run(CoordinatedShutdown.ClrExitReason.Instance);
        var second = Sut.Run(CoordinatedShutdown.UnknownReason.Instance);
        await Task.WhenAll(first, second);
        Assert.Equal(["once"], _ran);
        Assert.IsType<CoordinatedShutdown.ClrExitReason>(Sut.ShutdownReason);
    }

    [Fact]
    public async Task Failing_task_does_not_keep_the_next_phases_from_running()
    {
        Sut.AddTask(CoordinatedShutdown.PhaseServiceStop, "fails", () => Task.FromException<Done>(new InvalidOperationException("no")));
        Add(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "later");
        await Sut.Run(CoordinatedShutdown.UnknownReason.Instance);
        Assert.Equal(["later"], _ran);
    }

    [Fact]
    public async Task Task_that_takes_too_long_does_not_keep_the_next_phases_from_running()
    {
        Sut.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "hangs", () => new TaskCompletionSource<Done>().Task);
        Add(CoordinatedShutdown.PhaseServiceStop, "later");
        await Sut.Run(CoordinatedShutdown.UnknownReason.Instance);
        Assert.Equal(["later"], _ran);
    }

    [Fact]
    public async Task Failure_in_a_phase_without_recover_ends_the_shutdown_before_the_system_terminates()
    {
        var system = ActorSystem.Create("strict", ConfigurationFactory.ParseString(Phases + "\nakka.stdout-loglevel = OFF"));
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask("strict", "fails", () => Task.FromException<Done>(new InvalidOperationException("no")));
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => shutdown.Run(CoordinatedShutdown.UnknownReason.Instance));
        Assert.Equal("no", failure.GetBaseException().Message);
        await Assert.ThrowsAnyAsync<Exception>(system.Terminate);
        Assert.False(system.WhenTerminated.IsCompleted);
        await ((ExtendedActorSystem)system).Guardian.GracefulStop(TimeSpan.FromSeconds(20));
        await system.WhenTerminated.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
    }

    [Fact]
    public async Task Shutdown_can_start_in_the_middle()
    {
        Add(CoordinatedShutdown.PhaseServiceUnbind, "left out");
        Add(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "run");
        await Sut.Run(CoordinatedShutdown.UnknownReason.Instance, CoordinatedShutdown.PhaseClusterLeave);
        Assert.Equal(["run"], _ran);
    }

    [Fact]
    public async Task Shutdown_terminates_the_system()
    {
        await Sut.Run(CoordinatedShutdown.UnknownReason.Instance);
        await Sys.WhenTerminated.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
    }

    [Fact]
    public async Task Terminating_the_system_runs_the_phases()
    {
        Add(CoordinatedShutdown.PhaseBeforeServiceUnbind, "ran");
        await Sys.Terminate();
        Assert.Equal(["ran"], _ran);
        Assert.IsType<CoordinatedShutdown.ActorSystemTerminateReason>(Sut.ShutdownReason);
    }

    [Fact]
    public void Unknown_phase_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Sut.AddTask("no-such-phase", "x", () => Task.FromResult(Done.Instance)));

    [Fact]
    public void Phases_have_their_timeouts()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(100), Sut.Timeout(CoordinatedShutdown.PhaseServiceUnbind));
        Assert.Equal(TimeSpan.FromSeconds(5), Sut.Timeout(CoordinatedShutdown.PhaseServiceStop));
        Assert.Equal(TimeSpan.FromSeconds(10), Sut.Timeout(CoordinatedShutdown.PhaseActorSystemTerminate));
    }

    [Fact]
    public void The_total_is_the_sum_over_phases_that_have_tasks()
    {
        var before = Sut.TotalTimeout;
        Add(CoordinatedShutdown.PhaseServiceUnbind, "one");
        Add(CoordinatedShutdown.PhaseServiceUnbind, "two");
        Assert.Equal(TimeSpan.FromMilliseconds(100), Sut.TotalTimeout - before);
    }

    [Fact]
    public async Task A_task_may_add_one_to_a_later_phase()
    {
        Sut.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "adds", () =>
        {
            Add(CoordinatedShutdown.PhaseServiceStop, "added");
            return Task.FromResult(Done.Instance);
        });
        await Sut.Run(CoordinatedShutdown.UnknownReason.Instance);
        Assert.Equal(["added"], _ran);
    }
}
