using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>The actor behind a test's or a probe's reference: it puts what it gets into the test's queue.</summary>
internal sealed class InternalTestActor(EnvelopeQueue queue) : ActorBase
{
    private readonly DelegatingSupervisorStrategy _strategy = new();
    private TestActor.Ignore? _ignore;
    private AutoPilot _pilot = AutoPilot.NoAutoPilot;

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case TestActor.SetIgnore set:
                _ignore = set.Ignore;
                break;
            case TestActor.SetAutoPilot set:
                _pilot = set.AutoPilot;
                break;
            case TestActor.Watch watch:
                Context.Watch(watch.Actor);
                Sender.Tell(watch);
                break;
            case TestActor.Unwatch unwatch:
                Context.Unwatch(unwatch.Actor);
                Sender.Tell(unwatch);
                break;
            case TestActor.Spawn spawn:
                Spawn(spawn);
                break;
            default:
                Keep(message);
                break;
        }

        return true;
    }

    protected override void PostStop()
    {
        // Nobody will look at these any more; official tests rely on seeing them as dead letters.
        var deadLetters = Context.System.DeadLetters;
        while (queue.Take(blocking: true, TimeSpan.Zero, CancellationToken.None).AsTask().GetAwaiter().GetResult() is { } envelope)
            deadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender, Self), envelope.Sender);
    }

    private void Spawn(TestActor.Spawn spawn)
    {
        var child = spawn.Apply(Context);
        if (spawn._supervisorStrategy.HasValue) _strategy.Update(child, spawn._supervisorStrategy.Value);
        Sender.Tell(child);
    }

    private void Keep(object message)
    {
        var next = _pilot.Run(Sender, message);
        if (next is not KeepRunning) _pilot = next;
        if (_ignore?.Invoke(message) != true) queue.Add(new RealMessageEnvelope(message, Sender));
    }
}
