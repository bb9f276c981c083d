using Akka.Actor;
using Akka.Event;
using Akka.Tests.Support;

namespace Akka.Tests.Event;

public class UnhandledMessageLoggingTests()
    : ActorSystemTests("akka { loglevel = DEBUG, loggers = [], actor.debug.unhandled = on }")
{
    [Fact]
    public async Task Unhandled_message_is_logged_at_debug_level()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Debug));
        Sys.ActorOf(Props.Create(() => new Deaf()), "deaf").Tell("hello", probe.Ref);
        var logged = await probe.NextWhereAsync<Debug>(debug => debug.Message!.ToString()!.Contains("hello", StringComparison.Ordinal));
        Assert.Contains("/user/deaf", logged.LogSource, StringComparison.Ordinal);
    }

    private sealed class Deaf : ReceiveActor;
}
