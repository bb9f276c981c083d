using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor;

/// <summary>What becomes of the failures of top-level actors.</summary>
public sealed class GuardianTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static ActorSystem SystemWith(string strategy) => ActorSystem.Create("guarded", ConfigurationFactory.ParseString(
        $$"""
        akka {
          loglevel = OFF
          stdout-loglevel = OFF
          actor.guardian-supervisor-strategy = "{{strategy}}"
        }
        """));

    private static Props Failing => Acting.By((_, message) => throw new InvalidOperationException((string)message));

    [Fact]
    public async Task The_stopping_strategy_stops_them()
    {
        using var system = SystemWith("Akka.Actor.StoppingSupervisorStrategy");
        var probe = new Probe(system);
        var actor = system.ActorOf(Failing);
        await probe.Watch(actor);
        actor.Tell("fail");

        Assert.Equal(actor, (await probe.Next<Terminated>()).ActorRef);
        await system.Terminate().WaitAsync(Patience, TimeProvider.System);
    }

    [Fact]
    public async Task A_strategy_of_ones_own_decides()
    {
        using var system = SystemWith(typeof(StopsOnlyArguments).AssemblyQualifiedName!);
        var probe = new Probe(system);
        var actor = system.ActorOf(Acting.By((_, message) =>
        {
            if (message is Exception exception)
                throw exception;
            probe.Note(message);
        }));
        await probe.Watch(actor);
        actor.Tell(new InvalidOperationException("resumed"));
        actor.Tell("still here");
        await probe.Expect("still here");
        actor.Tell(new ArgumentException("stopped"));

        Assert.Equal(actor, (await probe.Next<Terminated>()).ActorRef);
        await system.Terminate().WaitAsync(Patience, TimeProvider.System);
    }

    [Fact]
    public async Task An_escalation_above_the_user_guardian_ends_the_actor_system()
    {
        using var system = SystemWith(typeof(Escalates).AssemblyQualifiedName!);
        system.ActorOf(Failing).Tell("fail");

        await system.WhenTerminated.WaitAsync(Patience, TimeProvider.System);
    }

    [Fact]
    public void A_strategy_that_there_is_not_is_refused() =>
        Assert.ThrowsAny<Exception>(() => SystemWith("No.Such.Strategy"));

    public sealed class StopsOnlyArguments : SupervisorStrategyConfigurator
    {
        public override SupervisorStrategy Create() =>
            new OneForOneStrategy(exception => exception is ArgumentException ? Directive.Stop : Directive.Resume);
    }

    public sealed class Escalates : SupervisorStrategyConfigurator
    {
        public override SupervisorStrategy Create() => new OneForOneStrategy(_ => Directive.Escalate);
    }
}
