using Akka.Actor;
using Akka.Configuration;

namespace Chatroom.Actors.Tests;

public sealed class VirtualDispatcherTests : IAsyncLifetime
{
    private readonly ActorSystem _system = ActorSystem.Create("VirtualDispatcherTests", ConfigurationFactory.ParseString($$"""
        akka.scheduler.implementation = "{{typeof(VirtualScheduler).AssemblyQualifiedName}}"
        virtual-dispatcher.type = "{{typeof(VirtualDispatcherConfigurator).AssemblyQualifiedName}}"
        """));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system.Terminate();

    [Fact]
    public void Nothing_is_over_before_the_guardian_has_started_the_first_actor()
    {
        var dispatcher = (VirtualDispatcher)_system.Dispatchers.Lookup(VirtualDispatcher.Path);
        var ran = false;
        var first = new ActorAboutToStart(_system, () => dispatcher.Schedule(() => ran = true));

        var isOver = dispatcher.Run(first, (VirtualScheduler)_system.Scheduler, () => ran);

        Assert.True(isOver);
    }

    /// <summary>An actor whose guardian is done with it when it is asked for the third time.</summary>
    private sealed class ActorAboutToStart(ActorSystem system, Action whenStarted) : MinimalActorRef, IRepointableRef
    {
        private int _asked;

        public bool IsStarted
        {
            get
            {
                var isStarted = ++_asked == 3;
                if (isStarted)
                {
                    whenStarted();
                }
                return isStarted;
            }
        }

        public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems) / "first";

        public override IActorRefProvider Provider { get; } = ((ExtendedActorSystem)system).Provider;
    }
}
