using Akka.Actor;
using Akka.Event;
using Akka.Tests.Actor;

namespace Akka.Tests.Event;

/// <summary>What <c>akka.actor.debug</c> makes actors tell, as debug events from their paths.</summary>
public sealed class DebugLoggingTests() : ActorTest("akka.actor.debug { receive = on, autoreceive = on, lifecycle = on }")
{
    private Probe ListenTo(string path)
    {
        var log = NewProbe();
        var listener = System.ActorOf(Acting.By((_, message) =>
        {
            if (message is Debug debug && debug.LogSource == path)
                log.Note(debug);
        }));
        System.EventStream.Subscribe(listener, typeof(Debug));
        return log;
    }

    private static async Task<Debug> NextWith(Probe log, string part)
    {
        while (true)
        {
            var debug = await log.Next<Debug>();
            if (debug.Message!.ToString()!.Contains(part, StringComparison.OrdinalIgnoreCase))
                return debug;
        }
    }

    [Fact]
    public async Task A_message_to_an_actor_that_wants_it_is_logged_with_its_sender()
    {
        var log = ListenTo("akka://test/user/listens");
        var sender = NewProbe().Ref;
        System.ActorOf(Props.Create(() => new Listening()), "listens").Tell("hello", sender);

        var debug = await NextWith(log, "hello");
        Assert.Equal(typeof(Listening), debug.LogClass);
        Assert.Contains(sender.Path.ToString(), debug.Message!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_tells_whether_the_message_was_handled()
    {
        var log = ListenTo("akka://test/user/listens");
        var actor = System.ActorOf(Props.Create(() => new Listening()), "listens");
        actor.Tell("hello");
        actor.Tell(7);

        var handled = (await NextWith(log, "hello")).Message!.ToString()!;
        var unhandled = (await NextWith(log, "7")).Message!.ToString()!;
        Assert.NotEqual(handled.Replace("hello", "7", StringComparison.Ordinal), unhandled);
    }

    [Fact]
    public async Task Messages_that_actors_handle_by_themselves_are_logged()
    {
        var log = ListenTo("akka://test/user/plain");
        System.ActorOf(Acting.By((_, _) => { }), "plain").Tell(PoisonPill.Instance);

        Assert.Equal(typeof(Acting), (await NextWith(log, nameof(PoisonPill))).LogClass);
    }

    [Fact]
    public async Task Begin_and_end_of_an_actor_are_logged()
    {
        var log = ListenTo("akka://test/user/plain");
        System.ActorOf(Acting.By((_, _) => { }), "plain").Tell(PoisonPill.Instance);

        await NextWith(log, "started");
        await NextWith(log, "stopped");
    }

    [Fact]
    public async Task A_restart_is_logged()
    {
        var log = ListenTo("akka://test/user/plain");
        System.ActorOf(Acting.By((_, _) => throw new InvalidOperationException("asked to")), "plain").Tell("fail");

        await NextWith(log, "restarting");
        await NextWith(log, "restarted");
    }

    private sealed class Listening : ActorBase, ILogReceive
    {
        protected override bool Receive(object message) => message is string;
    }
}
