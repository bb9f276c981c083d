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

    [Fact]
    public async Task The_logger_of_the_beginning_and_the_end_can_be_ones_own()
    {
        var config = ConfigurationFactory.ParseString(
            $"akka {{ stdout-loglevel = DEBUG, loggers = [], stdout-logger-class = \"{typeof(OwnMinimalLogger).AssemblyQualifiedName}\" }}");
        using var system = ActorSystem.Create("own-minimal-logger", config);

        var logger = Assert.IsType<OwnMinimalLogger>(system.Settings.StdoutLogger);
        Assert.Contains(logger.Events, logged => logged is Debug);
        await system.Terminate();
    }

    [Fact]
    public async Task What_formats_messages_can_be_ones_own()
    {
        var config = ConfigurationFactory.ParseString(
            $"akka {{ stdout-loglevel = OFF, loggers = [], logger-formatter = \"{typeof(LoudFormatter).AssemblyQualifiedName}\" }}");
        using var system = ActorSystem.Create("own-formatter", config);
        var heard = new Akka.Tests.Support.Recorder(system);
        system.EventStream.Subscribe(heard.Ref, typeof(Warning));
        Logging.GetLogger(system, "here").Warning("{0} is here", "Felix");

        var warning = await heard.NextAsync<Warning>();
        Assert.Equal("FELIX IS HERE", warning.Message!.ToString());
        await system.Terminate();
    }

    [Fact]
    public async Task Levels_below_the_configured_one_format_nothing()
    {
        using var system = ActorSystem.Create(
            "lazy", ConfigurationFactory.ParseString("akka { stdout-loglevel = OFF, loglevel = WARNING, loggers = [] }"));
        var argument = new Counting();
        Logging.GetLogger(system, "here").Info("{0}", argument);
        Assert.Equal(0, argument.Read);
        await system.Terminate();
    }

    public sealed class Counting
    {
        public int Read { get; private set; }

        public override string ToString() => $"{++Read}";
    }

    public sealed class OwnMinimalLogger : MinimalLogger
    {
        public ConcurrentQueue<object> Events { get; } = new();

        protected override void Log(object message) => Events.Enqueue(message);
    }

    public sealed class LoudFormatter : ILogMessageFormatter
    {
        public string Format(string format, params object?[] args) =>
            string.Format(System.Globalization.CultureInfo.InvariantCulture, format, args).ToUpperInvariant();

        public string Format(string format, IEnumerable<object?> args) => Format(format, args.ToArray());
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
