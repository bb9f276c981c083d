using Akka.Actor;
using Akka.Event;
using Akka.Tests.Support;

namespace Akka.Tests.Event;

public class DeadLetterTests() : ActorSystemTests("akka.loglevel = INFO, akka.log-dead-letters = on")
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Message_to_a_stopped_actor_becomes_a_dead_letter()
    {
        var probe = CreateRecorder();
        var stopped = CreateActor((_, _) => { });
        await stopped.GracefulStop(Limit);
        Sys.EventStream.Subscribe(probe.Ref, typeof(DeadLetter));
        stopped.Tell("too late", probe.Ref);
        var letter = await probe.NextWhereAsync<DeadLetter>(dead => Equals(dead.Message, "too late"));
        Assert.Equal(probe.Ref, letter.Sender);
        Assert.Equal(stopped.Path, letter.Recipient.Path);
    }

    [Fact]
    public async Task Message_to_deadLetters_becomes_a_dead_letter()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(DeadLetter));
        Sys.DeadLetters.Tell("nowhere", probe.Ref);
        await probe.NextWhereAsync<DeadLetter>(dead => Equals(dead.Message, "nowhere"));
    }

    [Fact]
    public async Task Message_that_may_get_lost_becomes_a_suppressed_dead_letter()
    {
        var probe = CreateRecorder();
        var stopped = CreateActor((_, _) => { });
        await stopped.GracefulStop(Limit);
        Sys.EventStream.Subscribe(probe.Ref, typeof(AllDeadLetters));
        var tick = new Tick();
        stopped.Tell(tick, probe.Ref);
        var letter = await probe.NextWhereAsync<AllDeadLetters>(dead => ReferenceEquals(dead.Message, tick));
        Assert.IsType<SuppressedDeadLetter>(letter);
    }

    [Fact]
    public async Task Unhandled_message_is_published()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(UnhandledMessage));
        var deaf = Sys.ActorOf(Props.Create(() => new Deaf()));
        deaf.Tell("hello", probe.Ref);
        var unhandled = await probe.NextAsync<UnhandledMessage>();
        Assert.Equal(("hello", probe.Ref, deaf), ((string)unhandled.Message, unhandled.Sender, unhandled.Recipient));
    }

    [Fact]
    public async Task Dead_letters_are_logged()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Info));
        var logged = probe.NextWhereAsync<Info>(info => info.Message!.ToString() is { } text
            && text.Contains("[Letter]", StringComparison.Ordinal)
            && text.Contains("dead letter", StringComparison.Ordinal));

        // Whoever logs them starts after the system; until then they are only published.
        while (!logged.IsCompleted)
        {
            Sys.DeadLetters.Tell(new Letter(), probe.Ref);
            await Task.WhenAny(logged, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
        }

        await logged;
    }

    [Fact]
    public async Task Unhandled_messages_are_logged_as_dead_letters_are_but_for_those_that_may_get_lost()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Info));
        var deaf = Sys.ActorOf(Props.Create(() => new Deaf()), "deaf");
        Task<Info> Logged(string type) => probe.NextWhereAsync<Info>(info => info.LogSource == deaf.Path.ToString()
            && info.Message!.ToString()!.Contains(type, StringComparison.Ordinal));
        var first = Logged("[Letter]");
        while (!first.IsCompleted)
        {
            deaf.Tell(new Letter(), probe.Ref);
            await Task.WhenAny(first, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
        }

        deaf.Tell(new Tick(), probe.Ref);
        deaf.Tell(7, probe.Ref);
        var next = await probe.NextWhereAsync<Info>(info => info.LogSource == deaf.Path.ToString()
            && !info.Message!.ToString()!.Contains("[Letter]", StringComparison.Ordinal));
        Assert.Contains("[Int32]", next.Message!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dead_letter_needs_sender_and_recipient()
    {
        Assert.Throws<ArgumentNullException>(() => new DeadLetter("x", null!, Sys.DeadLetters));
        Assert.Throws<ArgumentNullException>(() => new DeadLetter("x", Sys.DeadLetters, null!));
    }

    private sealed class Letter;

    private sealed class Tick : IDeadLetterSuppression;

    private sealed class Deaf : ReceiveActor;
}
