using Akka.Configuration;

namespace Akka.TestKit.Configs;

/// <summary>The configurations that tests start from.</summary>
public static class TestConfigs
{
    /// <summary>The TestKit's defaults: the section <c>akka.test</c>, and <see cref="TestEventListener"/> as the logger.</summary>
    public static Config DefaultConfig { get; } = ConfigurationFactory.ParseString(
        $$"""
        akka {
          loggers = ["{{typeof(TestEventListener).FullName}}, {{Assembly}}"]
          suppress-json-serializer-warning = true
          test {
            # Durations are multiplied with this, to give slow machines more time.
            timefactor = 1.0
            # How long an EventFilter waits for log events after the tested block has ended.
            filter-leeway = 3s
            # How long an expectation outside of Within waits.
            single-expect-default = 3s
            # How long latches and barriers wait.
            default-timeout = 5s
            calling-thread-dispatcher {
              type = "{{typeof(CallingThreadDispatcherConfigurator).FullName}}, {{Assembly}}"
              throughput = 2147483647
            }
            test-actor.dispatcher {
              type = Dispatcher
              throughput = 2147483647
            }
          }
        }
        """);

    /// <summary>The defaults with a <see cref="TestScheduler"/>: time passes only when the test says so.</summary>
    public static Config TestSchedulerConfig { get; } = ConfigurationFactory.ParseString(
        $"""akka.scheduler.implementation = "{typeof(TestScheduler).FullName}, {Assembly}" """).WithFallback(DefaultConfig);

    /// <summary>Everything the actor system can log about itself, at debug level.</summary>
    internal static Config FullDebugConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka {
          loglevel = DEBUG
          stdout-loglevel = DEBUG
          log-dead-letters = on
          log-dead-letters-during-shutdown = on
          actor.debug {
            receive = on
            autoreceive = on
            lifecycle = on
            fsm = on
            event-stream = on
            unhandled = on
          }
        }
        """);

    private static string? Assembly => typeof(TestConfigs).Assembly.GetName().Name;
}
