using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Tests.Event;

public class LoggerTests
{
    [Fact]
    public async Task Logger_of_the_configuration_gets_the_events_of_its_level()
    {
        var config = ConfigurationFactory.ParseString(
            $"akka {{ stdout-loglevel = OFF, loglevel = WARNING, loggers = [\"{typeof(CollectingLogger).AssemblyQualifiedName}\"] }}");
        using var system = ActorSystem.Create("own-logger", config);
        var log = Logging.GetLogger(system, "here");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        var collected = CollectingLogger.Of(system);

        // A logger may start after the system; from its first event on it misses none.
        while (collected.IsEmpty)
        {
            log.Warning("begin");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
        }

        log.Info("below");
        log.Error("end");
        while (!collected.Contains("end")) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
        Assert.DoesNotContain("below", collected);
        await system.Terminate();
    }

    [Fact]
    public void Unknown_logger_type_is_an_error_that_names_the_setting()
    {
        var config = ConfigurationFactory.ParseString("akka { stdout-loglevel = OFF, loggers = [\"No.Such, Logger\"] }");
        Assert.Throws<ConfigurationException>(() => ActorSystem.Create("no-logger", config));
    }

    public sealed class CollectingLogger : ReceiveActor
    {
        private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Collected = new();

        public CollectingLogger()
        {
            var mine = Of(Context.System);
            Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
            Receive<LogEvent>(logEvent => mine.Enqueue(logEvent.Message!.ToString()!));
        }

        public static ConcurrentQueue<string> Of(ActorSystem system) => Collected.GetOrAdd(system.Name, _ => new());
    }
}
