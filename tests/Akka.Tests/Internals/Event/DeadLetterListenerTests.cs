using Akka.Actor;
using Akka.Event;
using Akka.Tests.Actor.Scheduler;
using Akka.Tests.Support;

namespace Akka.Tests.Internals.Event;

public class DeadLetterListenerTests() : ActorSystemTests(
    $$"""
    akka {
      loglevel = INFO
      log-dead-letters = 2
      log-dead-letters-suspend-duration = 5m
      scheduler.implementation = "{{typeof(HandScheduler).AssemblyQualifiedName}}"
    }
    """)
{
    /// <summary>Sends dead letters to the listener itself, so that none is lost before it listens.</summary>
    private async Task<IActorRef> ListenerAsync() =>
        await Sys.ActorSelection("/system/deadLetterListener").ResolveOne(TimeSpan.FromSeconds(20));

    private void Lose(IActorRef listener, string message) =>
        listener.Tell(new DeadLetter(message, Sys.DeadLetters, Sys.DeadLetters), ActorRefs.NoSender);

    [Fact]
    public async Task After_so_many_dead_letters_there_is_a_pause()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Info));
        var listener = await ListenerAsync();
        foreach (var message in new[] { "1", "2", "3", "4" }) Lose(listener, message);
        await listener.Ask<ActorIdentity>(new Identify(null), TimeSpan.FromSeconds(20));
        Assert.Contains("dead letter 1", await NextTextAsync(probe), StringComparison.Ordinal);
        Assert.Contains("None is shown for", await NextTextAsync(probe), StringComparison.Ordinal);
        await probe.AssertNothingElseAsync();

        ((HandScheduler)Sys.Scheduler).Advance(TimeSpan.FromMinutes(5));
        Lose(listener, "5");
        Assert.Contains("2 were not shown", await NextTextAsync(probe), StringComparison.Ordinal);
    }

    private static async Task<string> NextTextAsync(Recorder probe) =>
        (await probe.NextWhereAsync<Info>(info => info.Message!.ToString()!.Contains("dead letter", StringComparison.Ordinal)))
        .Message!.ToString()!;
}
