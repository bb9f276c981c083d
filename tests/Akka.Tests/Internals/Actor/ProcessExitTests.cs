using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Internals.Actor;

/// <summary><c>akka.coordinated-shutdown.exit-clr</c>, without a process that ends.</summary>
public sealed class ProcessExitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private (ActorSystem System, CoordinatedShutdown Shutdown) Start(string settings)
    {
        var system = ActorSystem.Create("exits", ConfigurationFactory.ParseString(
            "akka { loglevel = OFF, stdout-loglevel = OFF, coordinated-shutdown.run-by-clr-shutdown-hook = off }\n" + settings));
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.ExitProcess = code => _exit.TrySetResult(code);
        return (system, shutdown);
    }

    [Fact]
    public async Task The_process_ends_with_0_once_the_actor_system_has()
    {
        var (system, shutdown) = Start("akka.coordinated-shutdown.exit-clr = on");
        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience, TimeProvider.System);

        Assert.Equal(0, await _exit.Task.WaitAsync(Patience, TimeProvider.System));
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task It_does_so_even_if_the_actor_system_takes_too_long()
    {
        var (system, shutdown) = Start(
            "akka.coordinated-shutdown { exit-clr = on, phases.actor-system-terminate.timeout = 50ms }");
        using var gate = new ManualResetEventSlim();
        var holds = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        system.ActorOf(Akka.Tests.Actor.Acting.By((_, _) =>
        {
            holds.SetResult();
            gate.Wait(Patience);
        })).Tell("hold");
        await holds.Task.WaitAsync(Patience, TimeProvider.System);
        _ = shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);

        Assert.Equal(0, await _exit.Task.WaitAsync(Patience, TimeProvider.System));
        Assert.False(system.WhenTerminated.IsCompleted);
        gate.Set();
        await system.WhenTerminated.WaitAsync(Patience, TimeProvider.System);
    }

    [Fact]
    public async Task It_does_so_without_an_end_of_the_actor_system_too()
    {
        var (system, shutdown) = Start("akka.coordinated-shutdown { exit-clr = on, terminate-actor-system = off }");
        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience, TimeProvider.System);

        Assert.Equal(0, await _exit.Task.WaitAsync(Patience, TimeProvider.System));
        Assert.False(system.WhenTerminated.IsCompleted);
        ((Akka.Actor.Internal.ActorSystemImpl)system).FinalTerminate();
        await system.WhenTerminated.WaitAsync(Patience, TimeProvider.System);
    }

    [Theory]
    [InlineData("")]
    [InlineData("akka.coordinated-shutdown.exit-clr = off")]
    public async Task Unless_told_the_process_goes_on(string settings)
    {
        var (_, shutdown) = Start(settings);
        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience, TimeProvider.System);

        Assert.False(_exit.Task.IsCompleted);
    }

    [Fact]
    public async Task A_process_that_ends_by_itself_is_not_ended_again()
    {
        var (_, shutdown) = Start("akka.coordinated-shutdown.exit-clr = on");
        await shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance).WaitAsync(Patience, TimeProvider.System);

        Assert.False(_exit.Task.IsCompleted);
    }
}
