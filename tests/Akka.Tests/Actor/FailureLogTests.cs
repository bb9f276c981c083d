using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

/// <summary>What is logged about failures: by which class of event, from where, and with which cause.</summary>
public sealed class FailureLogTests : ActorTest
{
    private static readonly InvalidOperationException Boom = new("boom");

    private async Task<(Probe Log, IActorRef Child)> Watched(Props child, SupervisorStrategy strategy)
    {
        var log = NewProbe();
        System.EventStream.Subscribe(log.Ref, typeof(Warning));
        System.EventStream.Subscribe(log.Ref, typeof(Error));
        var born = NewProbe();
        System.ActorOf(Acting.By((_, _) => { }, self => born.Note(self.Ctx.ActorOf(child, "child")), strategy), "parent");
        return (log, await born.Next<IActorRef>());
    }

    private static Props Failing => Acting.By((_, message) => throw (Exception)message);

    [Theory]
    [InlineData(Directive.Restart)]
    [InlineData(Directive.Stop)]
    public async Task A_restart_or_a_stop_is_an_error_of_the_child_with_its_cause(Directive directive)
    {
        var (log, child) = await Watched(Failing, new OneForOneStrategy(_ => directive));
        child.Tell(Boom);

        var error = await log.Next<Error>();
        Assert.Equal("boom", error.Message!.ToString());
        Assert.Same(Boom, error.Cause);
        Assert.Equal(child.Path.ToString(), error.LogSource);
        Assert.Equal(typeof(OneForOneStrategy), error.LogClass);
    }

    [Fact]
    public async Task A_resumption_is_a_warning_of_the_child()
    {
        var (log, child) = await Watched(Failing, new OneForOneStrategy(_ => Directive.Resume));
        child.Tell(Boom);

        var warning = await log.Next<Warning>();
        Assert.Equal("boom", warning.Message!.ToString());
        Assert.Equal(child.Path.ToString(), warning.LogSource);
        Assert.Equal(typeof(OneForOneStrategy), warning.LogClass);
    }

    [Fact]
    public async Task An_escalation_is_logged_by_whoever_decides()
    {
        var (log, child) = await Watched(Failing, new OneForOneStrategy(_ => Directive.Escalate));
        child.Tell(Boom);

        Assert.Equal(child.Path.Parent.ToString(), (await log.Next<Error>()).LogSource);
    }

    [Fact]
    public async Task A_strategy_without_logging_logs_nothing()
    {
        var (log, child) = await Watched(
            Failing, new OneForOneStrategy(-1, -1, _ => Directive.Stop, loggingEnabled: false));
        child.Tell(Boom);

        await TerminationOf(child);
        await log.ExpectNothingMore();
    }

    [Fact]
    public async Task What_PostStop_throws_is_an_error_of_the_actor()
    {
        var (log, child) = await Watched(Props.Create(() => new BadPostStop()), SupervisorStrategy.DefaultStrategy);
        child.Tell(PoisonPill.Instance);

        var error = await log.Next<Error>();
        Assert.Equal("PostStop", Assert.IsType<NotSupportedException>(error.Cause).Message);
        Assert.Equal(child.Path.ToString(), error.LogSource);
        Assert.Equal(typeof(BadPostStop), error.LogClass);
    }

    [Fact]
    public async Task What_PreRestart_throws_is_a_PreRestartException_of_the_actor()
    {
        var (log, child) = await Watched(Props.Create(() => new BadPreRestart()), new OneForOneStrategy(_ => Directive.Restart));
        child.Tell("fail");

        Assert.Equal("asked to", (await log.Next<Error>()).Message!.ToString());
        var error = await log.Next<Error>();
        var cause = Assert.IsType<PreRestartException>(error.Cause);
        Assert.IsType<NotSupportedException>(cause.RestartException);
        Assert.Equal("fail", cause.OptionalMessage);
        Assert.Equal(child, cause.Actor);
        Assert.Equal(child.Path.ToString(), error.LogSource);
        Assert.Equal(typeof(BadPreRestart), error.LogClass);
    }

    [Fact]
    public async Task Kill_is_an_error_with_an_ActorKilledException_and_stops_by_default()
    {
        var (log, child) = await Watched(Failing, SupervisorStrategy.DefaultStrategy);
        child.Tell(Kill.Instance);

        Assert.IsType<ActorKilledException>((await log.Next<Error>()).Cause);
        await TerminationOf(child);
    }

    private sealed class BadPostStop : UntypedActor
    {
        protected override void PostStop() => throw new NotSupportedException("PostStop");

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class BadPreRestart : UntypedActor
    {
        protected override void PreRestart(Exception reason, object message) => throw new NotSupportedException("PreRestart");

        protected override void OnReceive(object message) => throw new InvalidOperationException("asked to");
    }
}
